package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.Users;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.Products;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.domain.Edit;
import org.ringdesk.orders.domain.OrderEvent;
import org.ringdesk.orders.domain.Quantity;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.pricing.Pricing;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Takes an order line by line. Every command saves at once. Commands that carry a version are refused with
 * {@code order.changed} (who, what, when) when someone changed the order after it, and with {@code order.not-editable} once it
 * is submitted, unless its problem can be corrected. Agents work in the channels that list them and on orders of those
 * channels; other orders do not exist for them ({@code order.unknown}). Product names are in the channel's language.
 *
 * <p>The arguments of {@code order.changed}: display name, {@link OrderEventKind} by position, what it was done to (product name or
 * payment method), old and new value, {@link java.time.Instant}, how many other changes there were.
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class OrderEntry {
    private static final int LIST = 50;
    private static final int LONGEST = 20;
    private static final String CODE = "[A-Z0-9][A-Z0-9-]{1,19}";

    @Inject
    private OrderBook book;

    @Inject
    private DraftStart drafts;

    @Inject
    private Orders orders;

    @Inject
    private Products products;

    @Inject
    private Pricing pricing;

    @Inject
    private Users users;

    /**
     * The caller's open draft for the customer and call if there is one, else a new one; two quick clicks give the same.
     *
     * @throws org.ringdesk.shared.Refusal {@code channel.denied}, {@code customer.unknown}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public OrderView start(ChannelCode channel, CustomerNumber customer, @Nullable CallId call) {
        try {
            return drafts.start(channel, customer, call);
        } catch (EJBException e) {
            // another click began it in between, or the call moved on: now it is there, or it can be begun
            return drafts.start(channel, customer, call);
        }
    }

    public OrderView get(OrderNumber number) {
        return book.look(number);
    }

    /** The same in the unit that the product is usually sold in. */
    public OrderView add(OrderNumber number, long version, ProductNumber product, int quantity) {
        return add(number, version, product, quantity, null);
    }

    /**
     * Adds to the line that has the product in the unit, or a new one.
     *
     * @param quantity 1 to 9999 of the unit, in the line together, else {@code order.quantity.range}
     * @param unit its code or the beginning of its name in any language; null for the usual one
     * @throws org.ringdesk.shared.Refusal also {@code product.unknown}, {@code product.unit.unknown}, {@code product.sold-from}, {@code
     *     product.sold-until}, {@code order.lines.most}
     */
    public OrderView add(OrderNumber number, long version, ProductNumber product, int quantity, @Nullable String unit) {
        OrderBook.Open open = book.open(number, version);
        Edit edit = open.edit();
        Quantity wanted = new Quantity(quantity);
        ProductView sold = products.get(open.channel(), product, open.channel().language());
        return book.reprice(open, edit.add(open.today(), unit == null ? sold : sold.in(unit), wanted));
    }

    /**
     * Adds what another order of the channel has, at today's prices, as far as it is sold in the same unit: to lines that have the
     * product in it, or as new ones.
     *
     * @throws org.ringdesk.shared.Refusal {@code order.copy.nothing} when none of it is sold, {@code order.copy.channel} for an order
     *     of another channel, {@code order.quantity.range}, {@code order.lines.most}
     */
    public CopiedOrder copy(OrderNumber number, long version, OrderNumber from) {
        OrderBook.Open open = book.open(number, version);
        Edit edit = open.edit();
        OrderBook.Open other = book.find(from);
        if (other.channel().id() != open.channel().id()) {
            throw new Refusal(
                    "order.copy.channel", from.value(), other.channel().name());
        }
        Map<Long, ProductView> sold = new HashMap<>(products.sold(
                open.channel(), other.order().products(), open.channel().language()));
        sold.values().removeIf(p -> !p.rules().isSoldOn(open.today()));
        OrderEvent copied = edit.copy(open.today(), other.order(), sold)
                .orElseThrow(() -> new Refusal("order.copy.nothing", from.value()));
        return new CopiedOrder(book.reprice(open, copied), Edit.notSold(other.order(), sold));
    }

    /** @throws org.ringdesk.shared.Refusal {@code order.quantity.range}, {@code order.line.unknown} */
    public OrderView changeQuantity(OrderNumber number, long version, int position, int quantity) {
        OrderBook.Open open = book.open(number, version);
        Edit edit = open.edit();
        return book.reprice(open, edit.changeQuantity(position, new Quantity(quantity)));
    }

    /**
     * The same in a unit that may be another one than the line's; then the line is quoted anew.
     *
     * @param unit as {@link #add} takes it
     * @throws org.ringdesk.shared.Refusal also {@code product.unit.unknown}, {@code order.product.gone}
     */
    public OrderView changeQuantity(OrderNumber number, long version, int position, int quantity, String unit) {
        OrderBook.Open open = book.open(number, version);
        Edit edit = open.edit();
        Quantity wanted = new Quantity(quantity);
        long product = edit.productOf(position);
        ProductView sold = products.sold(
                        open.channel(), Set.of(product), open.channel().language())
                .get(product);
        if (sold == null) {
            throw new Refusal("order.product.gone");
        }
        return book.reprice(
                open, edit.changeUnit(open.today(), position, sold.in(unit).usual(), wanted));
    }

    /** @throws org.ringdesk.shared.Refusal {@code order.line.unknown} */
    public OrderView remove(OrderNumber number, long version, int position) {
        OrderBook.Open open = book.open(number, version);
        return book.reprice(open, open.edit().remove(position));
    }

    /**
     * Enters what the customer reads out: a source code, which takes the place of the one before, or a coupon. Capitals or not does
     * not matter.
     *
     * @throws org.ringdesk.shared.Refusal {@code pricing.code.unknown}, {@code pricing.source.not-valid}, {@code
     *     pricing.coupon.not-valid}, {@code pricing.coupon.used-up}, {@code pricing.coupon.alone}, {@code order.code.twice}, {@code
     *     order.coupons.most}
     */
    public OrderView enterCode(OrderNumber number, long version, String typed) {
        OrderBook.Open open = book.open(number, version);
        Edit edit = open.edit();
        String code = typed.strip().toUpperCase(Locale.ROOT);
        if (!code.matches(CODE)) {
            throw new Refusal("pricing.code.unknown", shown(code));
        }
        return pricing.isSource(open.channel(), code, open.today())
                ? book.reprice(open, edit.enterSource(code))
                : book.reprice(open, edit.addCoupon(code), priced -> priced.mustTake(code));
    }

    private static String shown(String code) {
        return code.length() <= LONGEST ? code : code.substring(0, LONGEST) + '…';
    }

    /** @throws org.ringdesk.shared.Refusal {@code order.code.unknown} */
    public OrderView removeCode(OrderNumber number, long version, String code) {
        OrderBook.Open open = book.open(number, version);
        return book.reprice(open, open.edit().removeCode(code));
    }

    /** Gives a draft up; it stays in the history as cancelled. */
    public void discard(OrderNumber number, long version) {
        OrderBook.Open open = book.open(number, version);
        book.keep(open.order(), open.order().discard(open.by()));
    }

    /** What the caller began and has not placed, held ones, too, the latest first. */
    public List<OrderSummary> drafts() {
        return orders.open(users.me().login(), LIST);
    }
}
