package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.event.AjaxBehaviorEvent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.calls.CallState;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.CopiedOrder;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderSummary;
import org.ringdesk.orders.OrderView;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.Request;

/** What keys and buttons do to the lines of the order on the screen. */
@Named
@RequestScoped
public class OrderCommands {
    @Inject
    private OrderEntry entry;

    @Inject
    private CallDesk calls;

    @Inject
    private OrderPanel panel;

    @Inject
    private Request request;

    @Inject
    private Attempt attempt;

    @Inject
    private Me me;

    private @Nullable String wanted;

    /** When the page opens: the order its address names, else the one taken in the call that is up. */
    public void arrive() {
        Optional<String> order = Optional.ofNullable(wanted)
                .filter(text -> text.matches("[A-Z]{2}\\d{8}"))
                .or(this::orderOfCall);
        order.map(OrderNumber::new).ifPresent(panel::open);
    }

    private Optional<String> orderOfCall() {
        return calls.desk().calls().stream()
                .filter(call -> call.state() != CallState.ENDED)
                .flatMap(call -> Optional.ofNullable(call.order()).stream())
                .findFirst();
    }

    /** In the channel of the dialled number where it is one of the agent's, else in the agent's first. */
    public void start() {
        CustomerNumber customer = new CustomerNumber(request.needed("customer"));
        @Nullable CallId call = request.given("call").map(CallId::parse).orElse(null);
        ChannelCode channel = request.given("channel")
                .map(ChannelCode::new)
                .filter(code -> me.getChannels().stream().anyMatch(c -> c.code().equals(code)))
                .or(() -> me.getChannels().stream().findFirst().map(ChannelView::code))
                .orElseGet(() -> new ChannelCode(request.given("channel").orElse("NONE")));
        attempt.at(null, null, () -> entry.start(channel, customer, call), order -> panel.open(order.number()));
    }

    public void openDraft() {
        panel.open(new OrderNumber(request.needed("order")));
    }

    public void reload() {
        panel.open(panel.getOrder().number());
    }

    public void add() {
        ProductNumber product = new ProductNumber(request.needed("product"));
        TypedQuantity typed = TypedQuantity.of(request.needed("quantity"));
        add(
                product,
                typed.number(),
                typed.unit() == null ? request.given("unit").orElse(null) : typed.unit());
    }

    private void add(ProductNumber product, int quantity, @Nullable String unit) {
        OrderView order = panel.getOrder();
        if (panel.command("entry", () -> entry.add(order.number(), order.version(), product, quantity, unit))) {
            panel.removed(null);
            request.answer("added", true);
        }
    }

    /** Begins an order with what the one on the screen has, or adds it to the draft that there is. */
    public void again() {
        OrderView from = panel.getOrder();
        @Nullable CallId call = request.given("call").map(CallId::parse).orElse(null);
        attempt.at(null, from.channel().zone(), () -> copy(from, call), copied -> {
            panel.open(copied.order().number());
            panel.notSold(copied.notSold());
        });
    }

    private CopiedOrder copy(OrderView from, @Nullable CallId call) {
        OrderView draft = entry.start(from.channel().code(), from.customer(), call);
        return entry.copy(draft.number(), draft.version(), from.number());
    }

    public void changeQuantity(AjaxBehaviorEvent event) {
        if (!(event.getComponent().getAttributes().get("row") instanceof LineRow row)) {
            throw new IllegalStateException("A quantity without its line");
        }
        OrderView order = panel.getOrder();
        int position = row.getLine().position();
        TypedQuantity typed = TypedQuantity.of(row.getQuantity());
        if (!panel.command(
                event.getComponent().getClientId(),
                () -> changeQuantity(order, position, typed.number(), typed.unit()))) {
            panel.keep(position, row.getQuantity());
        }
    }

    private void changeQuantity(OrderView order, int position, int quantity, @Nullable String unit) {
        if (unit == null) {
            entry.changeQuantity(order.number(), order.version(), position, quantity);
        } else {
            entry.changeQuantity(order.number(), order.version(), position, quantity, unit);
        }
    }

    public void remove(LineRow row) {
        OrderView order = panel.getOrder();
        int position = row.getLine().position();
        if (panel.command(null, () -> entry.remove(order.number(), order.version(), position))) {
            panel.removed(row.getLine());
        }
    }

    public void undo() {
        OrderView.Line line = panel.getRemoved();
        if (line != null) {
            add(line.product(), line.quantity(), line.unit());
        }
    }

    public void discard() {
        OrderView order = panel.getOrder();
        if (attempt.at(null, order.channel().zone(), () -> discarded(order), done -> {})) {
            panel.close();
        }
    }

    private boolean discarded(OrderView order) {
        entry.discard(order.number(), order.version());
        return true;
    }

    public List<OrderSummary> getDrafts() {
        return entry.drafts();
    }

    public @Nullable String getWanted() {
        return wanted;
    }

    public void setWanted(@Nullable String wanted) {
        this.wanted = wanted;
    }
}
