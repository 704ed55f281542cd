package org.ringdesk.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Currency;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.orders.OrderView;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Priced;
import org.ringdesk.shared.Money;

/** A product and a quantity, at the price quoted when it was first named. */
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

    private int quantity;

    @Column(name = "unit_price", precision = 19, scale = 4)
    private BigDecimal unitPrice;

    @Column(name = "tax_percent", precision = 6, scale = 3)
    private BigDecimal taxPercent = BigDecimal.ZERO;

    @Column(precision = 19, scale = 4)
    private BigDecimal amount = BigDecimal.ZERO;

    @SuppressWarnings("NullAway.Init")
    protected OrderLine() {}

    OrderLine(SalesOrder order, int position, ProductView product, Quantity quantity) {
        this.order = order;
        this.position = position;
        this.productId = product.id();
        this.productNumber = product.number();
        this.productName = product.name();
        this.quantity = quantity.value();
        this.unitPrice = product.price().amount();
    }

    void quantity(Quantity now) {
        quantity = now.value();
    }

    void priced(Priced.Line priced) {
        taxPercent = priced.taxPercent();
        amount = priced.amount().amount();
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

    Basket.Line inBasket(String taxClass, Currency currency) {
        return new Basket.Line(position, taxClass, quantity, new Money(unitPrice, currency));
    }

    OrderView.Line view(String picture, Currency currency) {
        return new OrderView.Line(
                position,
                productNumber,
                productName,
                picture,
                quantity,
                Money.exact(unitPrice, currency),
                taxPercent,
                Money.of(amount, currency));
    }
}
