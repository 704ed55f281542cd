package org.ringdesk.mail.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.DeliveryMode;
import org.ringdesk.orders.DeliveryTerms;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.ShipTo;
import org.ringdesk.orders.ShipmentView;
import org.ringdesk.payments.PaymentView;
import org.ringdesk.shared.Money;

/** Writes a letter about an order: plain code, the same for the mail and its preview. */
public final class LetterWriter {
    private final Occasion occasion;
    private final OrderView order;
    private final ChannelView channel;
    private final Tongue tongue;

    private LetterWriter(Occasion occasion, String language) {
        this.occasion = occasion;
        this.order = occasion.order();
        this.channel = order.channel();
        this.tongue = new Tongue(language, channel.country(), channel.zone());
    }

    public static Written write(Occasion occasion, String language) {
        return new LetterWriter(occasion, language).letter().written();
    }

    private Letter letter() {
        String kind = occasion.kind().name();
        String number = order.number().value();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Words(tongue.say("greeting", order.customerName())));
        blocks.add(new Block.Words(tongue.say(kind + ".intro", number, placedOn(), channel.name())));
        switch (occasion.kind()) {
            case PLACED, CHANGED -> {
                goods(blocks);
                sums(blocks);
                payments(blocks);
                delivery(blocks, order.terms());
            }
            case SHIPPED -> parcel(blocks, Objects.requireNonNull(occasion.parcel(), "A parcel"));
            case CANCELLED -> {
                goods(blocks);
                blocks.add(new Block.Words(tongue.say("CANCELLED.money")));
            }
            case REFUNDED -> refund(blocks, Objects.requireNonNull(occasion.refund(), "A refund"));
        }
        return new Letter(
                tongue.language(),
                tongue.say(kind + ".subject", number, channel.name()),
                tongue.say(kind + ".heading", number),
                blocks,
                channel.name(),
                tongue.say("footer", number));
    }

    private String placedOn() {
        Instant placed = order.placedAt();
        return placed == null ? "" : tongue.day(placed);
    }

    private void goods(List<Block> blocks) {
        blocks.add(new Block.Goods(order.lines().stream().map(this::item).toList()));
    }

    private Block.Item item(OrderView.Line line) {
        String price = tongue.say("line", line.product().value(), tongue.money(line.unitPrice()));
        Stream<String> notes = Stream.of(
                        price,
                        line.discount().isPositive() ? tongue.say("line.discount", tongue.money(line.discount())) : "",
                        tongue.say("line.tax", tongue.percent(line.taxPercent())),
                        tongue.say("line.status." + line.status().name()))
                .filter(note -> !note.isBlank());
        return new Block.Item(
                line.counted() + (line.unitName().isEmpty() ? " × " : " ") + line.name(),
                String.join(" · ", notes.toList()),
                tongue.money(line.amount()));
    }

    private void sums(List<Block> blocks) {
        List<Block.Sum> sums = new ArrayList<>();
        sums.add(sum("goods", order.goods()));
        if (order.discount().isPositive()) {
            sums.add(sum("discount", order.discount()));
        }
        sums.add(sum("charges", order.charges()));
        sums.add(sum(channel.pricesIncludeTax() ? "tax.included" : "tax.added", order.tax()));
        if (order.cancelled().isPositive()) {
            sums.add(sum("cancelled", Money.zero(order.total().currency()).minus(order.cancelled())));
        }
        sums.add(new Block.Sum(tongue.say("total"), tongue.money(order.due().rounded()), true));
        blocks.add(new Block.Sums(sums));
    }

    private Block.Sum sum(String label, Money amount) {
        return new Block.Sum(tongue.say(label), tongue.money(amount), false);
    }

    private void payments(List<Block> blocks) {
        List<String> lines = occasion.payments().stream().map(this::payment).toList();
        if (!lines.isEmpty()) {
            blocks.add(new Block.Facts(tongue.say("payment"), lines));
        }
    }

    private String payment(PaymentView payment) {
        String detail = payment.detail() == null ? "" : " " + payment.detail();
        return tongue.say("payment." + payment.method().name()) + detail + ": " + tongue.money(payment.amount());
    }

    private void delivery(List<Block> blocks, DeliveryTerms terms) {
        List<String> lines = new ArrayList<>(address(terms));
        channel.deliveryMode(terms.mode()).map(DeliveryMode::name).ifPresent(lines::add);
        LocalDate wanted = terms.requestedOn();
        if (wanted != null) {
            lines.add(tongue.say("delivery.on", tongue.day(wanted)));
        }
        if (terms.isExpedited()) {
            lines.add(tongue.say("delivery.expedite"));
        }
        if (terms.isShippedComplete()) {
            lines.add(tongue.say("delivery.complete"));
        }
        if (!lines.isEmpty()) {
            blocks.add(new Block.Facts(tongue.say("delivery"), lines));
        }
    }

    private List<String> address(DeliveryTerms terms) {
        boolean fetched =
                channel.deliveryMode(terms.mode()).map(m -> !m.needsAddress()).orElse(false);
        @Nullable ShipTo to = terms.shipTo();
        return to == null || fetched
                ? List.of()
                : List.of(order.customerName(), to.street(), to.postalCode() + ' ' + to.city(), to.country());
    }

    private void parcel(List<Block> blocks, ShipmentView parcel) {
        blocks.add(new Block.Goods(order.lines().stream()
                .filter(line -> parcel.pieces().containsKey(line.position()))
                .map(line -> new Block.Item(
                        parcel.pieces().get(line.position()) + " × " + line.name(),
                        line.product().value(),
                        ""))
                .toList()));
        List<String> carried = new ArrayList<>();
        if (parcel.carrier() != null) {
            carried.add(tongue.say("carrier", parcel.carrier()));
        }
        if (parcel.tracking() != null) {
            carried.add(tongue.say("tracking", parcel.tracking()));
        }
        carried.add(tongue.say("sent.on", tongue.day(parcel.at())));
        blocks.add(new Block.Facts(tongue.say("parcel"), carried));
        List<String> to = address(order.terms());
        if (!to.isEmpty()) {
            blocks.add(new Block.Facts(tongue.say("delivery"), to));
        }
        boolean more = order.lines().stream().anyMatch(l -> l.shipped() < l.quantity() && !isOver(l));
        if (more) {
            blocks.add(new Block.Words(tongue.say("SHIPPED.more")));
        }
    }

    private static boolean isOver(OrderView.Line line) {
        return switch (line.status()) {
            case CANCELLED, SHIPPED, INVOICED -> true;
            case OPEN, RELEASED, PICKED, BACKORDERED -> false;
        };
    }

    private void refund(List<Block> blocks, Occasion.Refund refund) {
        String way = refund.paidBy().isEmpty() ? tongue.say("REFUNDED.account") : refund.paidBy();
        blocks.add(new Block.Sums(List.of(new Block.Sum(way, tongue.money(refund.amount()), true))));
        blocks.add(new Block.Words(tongue.say("REFUNDED.when")));
    }
}
