package org.ringdesk.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductTraits;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.SalesUnit;
import org.ringdesk.orders.DeliveryTerms;
import org.ringdesk.orders.LineStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Supply;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Priced;
import org.ringdesk.shared.Money;

/** A product and a quantity, at the prices of the day on which it was first named. */
@Entity
@Table(name = "order_line")
public class OrderLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_line_id")
    @SequenceGenerator(name = "order_line_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private SalesOrder order;

    private int position;

    @Column(name = "product_id")
    private long productId;

    @Column(name = "product_number")
    private ProductNumber productNumber;

    @Column(name = "product_name")
    private String productName;

    /** In the line's unit; so are all other numbers of it, and its prices are those of one unit. */
    private int quantity;

    /** The measure, what it is called in the channel's language (pieces have no name), and how many base units one is. */
    private String unit;

    @Column(name = "unit_name")
    private String unitName;

    @Column(name = "unit_pieces")
    private int unitPieces;

    /** What the catalog said when it was quoted. */
    @Column(name = "base_price", precision = 19, scale = 4)
    private BigDecimal basePrice;

    @Column(name = "quoted_on")
    private LocalDate quotedOn;

    /** What one is sold at, before discounts. */
    @Column(name = "unit_price", precision = 19, scale = 4)
    private BigDecimal unitPrice;

    /** A price given by hand, and the code of the reason. */
    @Column(name = "agreed_price", precision = 19, scale = 4)
    private @Nullable BigDecimal agreedPrice;

    @Column(name = "agreed_reason")
    private @Nullable String agreedReason;

    /** As far as they differ from those of the order. */
    @Embedded
    private @Nullable Terms terms;

    @Column(precision = 19, scale = 4)
    private BigDecimal discount = BigDecimal.ZERO;

    @Column(name = "tax_percent", precision = 6, scale = 3)
    private BigDecimal taxPercent = BigDecimal.ZERO;

    @Column(precision = 19, scale = 4)
    private BigDecimal amount = BigDecimal.ZERO;

    /** Its share of the order's total, with charges and tax. */
    @Column(precision = 19, scale = 4)
    private BigDecimal total = BigDecimal.ZERO;

    @Enumerated(EnumType.STRING)
    private LineStatus status = LineStatus.OPEN;

    private int shipped;
    private int invoiced;
    private int cancelled;

    /** The day on which all of it was to be with the customer when it was placed, and how many of its pieces were not there then. */
    @Column(name = "promised_on")
    private @Nullable LocalDate promisedOn;

    private int missing;

    @SuppressWarnings("NullAway.Init")
    protected OrderLine() {}

    /** In the unit that the product is usually sold in. */
    OrderLine(SalesOrder order, int position, LocalDate today, ProductView product, Quantity quantity) {
        this.order = order;
        this.position = position;
        this.productId = product.id();
        this.productNumber = product.number();
        this.productName = product.name();
        this.quantity = quantity.value();
        quote(today, product.usual());
        this.unitPrice = basePrice;
    }

    void quantity(Quantity now) {
        quantity = now.value();
    }

    void priced(Priced.Line priced) {
        taxPercent = priced.taxPercent().setScale(3, RoundingMode.HALF_UP);
        unitPrice = priced.unitPrice().amount();
        discount = priced.discount().amount();
        amount = priced.amount().amount();
        total = priced.total().amount();
    }

    /** Takes the prices of a day instead of those of its quote, in a unit as it is then. */
    final void quote(LocalDate day, SalesUnit soldIn) {
        unit = soldIn.code();
        unitName = unit.equals(SalesUnit.PIECE) ? "" : soldIn.name();
        unitPieces = soldIn.pieces();
        quotedOn = day;
        basePrice = soldIn.listPrice().amount();
    }

    boolean isSoldIn(SalesUnit other) {
        return unit.equals(other.code()) && unitPieces == other.pieces();
    }

    String unit() {
        return unit;
    }

    String unitName() {
        return unitName;
    }

    int unitPieces() {
        return unitPieces;
    }

    /** So many of its unit, as it is read. */
    String counted(int units) {
        return unitName.isEmpty() ? Integer.toString(units) : units + " " + unitName;
    }

    String counted() {
        return counted(quantity);
    }

    private Basket.@Nullable AgreedPrice agreed(Currency currency) {
        return agreedPrice == null || agreedReason == null
                ? null
                : new Basket.AgreedPrice(new Money(agreedPrice, currency), agreedReason);
    }

    /** Sells at this price whatever the rules say; at what they say without one. */
    void agree(Basket.@Nullable AgreedPrice price) {
        agreedPrice = price == null ? null : price.price().amount();
        agreedReason = price == null ? null : price.reason();
    }

    BigDecimal taxPercent() {
        return taxPercent;
    }

    Money unitPrice(Currency currency) {
        return Money.exact(unitPrice, currency);
    }

    int position() {
        return position;
    }

    long productId() {
        return productId;
    }

    String productName() {
        return productName;
    }

    Quantity quantity() {
        return new Quantity(quantity);
    }

    Basket.Line inBasket(ProductTraits traits, Currency currency) {
        Basket.Item item = new Basket.Item(productId, traits.category(), traits.taxClass(), unit, unitPieces);
        return new Basket.Line(
                position, item, quantity, new Money(basePrice, currency), quotedOn, agreed(currency), terms().mode());
    }

    DeliveryTerms terms() {
        return Terms.read(terms);
    }

    void terms(DeliveryTerms own) {
        terms = own.equals(DeliveryTerms.NONE) ? null : Terms.of(own);
    }

    LineStatus status() {
        return status;
    }

    void become(LineStatus next) {
        status = next;
    }

    /** How many are still to leave. */
    int waiting() {
        return quantity - shipped - cancelled;
    }

    /** The same in the pieces that the stock counts: here alone a line says how many it needs. */
    int waitingPieces() {
        return pieces(waiting());
    }

    int pieces(int units) {
        return Math.multiplyExact(units, unitPieces);
    }

    int deliveryDays(ChannelView channel) {
        return channel.deliveryDays(terms().over(order.deal().terms()).mode());
    }

    void promise(Promises.Promise given) {
        promisedOn = given.day();
        missing = given.missing();
    }

    boolean isShippedInPart() {
        return shipped > 0;
    }

    /** How many have left and are not invoiced yet. */
    int uninvoiced() {
        return shipped - invoiced;
    }

    void ship(int units) {
        shipped += units;
        if (waiting() == 0) {
            status = LineStatus.SHIPPED;
        }
    }

    /** @return their share of the order's total; the shares of all its units add up to its own to the cent */
    Money invoice(int units, Currency currency) {
        Money before = share(invoiced, currency);
        invoiced += units;
        if (waiting() == 0 && uninvoiced() == 0) {
            status = LineStatus.INVOICED;
        }
        return share(invoiced, currency).minus(before);
    }

    /** Nothing more of it leaves. @return what is no longer due */
    Money cancel(Currency currency) {
        cancelled = quantity - shipped;
        status = shipped == 0 ? LineStatus.CANCELLED : uninvoiced() == 0 ? LineStatus.INVOICED : LineStatus.SHIPPED;
        return Money.of(total, currency).minus(share(shipped, currency));
    }

    private Money share(int units, Currency currency) {
        return Money.of(
                total.multiply(BigDecimal.valueOf(units)).divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL64),
                currency);
    }

    /** @param now how things stand, or null where what was promised counts */
    private Supply supply(ProductTraits traits, String language, Promises.@Nullable Promise now, LocalDate today) {
        LocalDate day = now == null ? promisedOn : now.day();
        return new Supply(
                now == null,
                now == null ? 0 : now.available(),
                now == null ? missing : now.missing(),
                now == null || now.allowed(),
                day,
                now == null && day != null && day.isBefore(today) && waiting() > 0,
                traits.rules().shipsAlone(),
                traits.rules().returnable(),
                traits.attributes().text(language));
    }

    OrderView.Line view(
            ProductTraits traits, Currency currency, String language, Promises.@Nullable Promise now, LocalDate today) {
        return new OrderView.Line(
                position,
                productNumber,
                productName,
                traits.picture(),
                quantity,
                unit,
                unitName,
                unitPieces,
                Money.exact(unitPrice, currency),
                taxPercent,
                Money.of(discount, currency),
                Money.of(amount, currency),
                agreedReason,
                terms(),
                status,
                shipped,
                invoiced,
                supply(traits, language, now, today));
    }
}
