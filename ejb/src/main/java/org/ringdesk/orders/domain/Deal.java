package org.ringdesk.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.ProductTraits;
import org.ringdesk.orders.DeliveryTerms;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Priced;
import org.ringdesk.pricing.Trail;
import org.ringdesk.shared.Money;

/** What was agreed with the customer for the whole order: codes, charges, terms, and what it comes to. */
@Embeddable
public class Deal {
    @Embedded
    private Totals totals = Totals.nothing();

    /** What gave the prices, as it was last. */
    @Column(name = "price_trail")
    private String priceTrail = "";

    @Embedded
    private Codes codes = Codes.none();

    @Embedded
    private HandCharges handCharges = HandCharges.none();

    @Embedded
    private @Nullable Terms terms;

    /** What of the total is no longer due. */
    @Column(precision = 19, scale = 4)
    private BigDecimal cancelled = BigDecimal.ZERO;

    protected Deal() {}

    /** Where the prices come from. */
    public List<Priced.Detail> details(Currency currency) {
        return Trail.read(priceTrail, currency);
    }

    Basket basket(List<OrderLine> lines, Currency currency, LocalDate day, Map<Long, ProductTraits> traits) {
        return new Basket(
                currency,
                day,
                lines.stream()
                        .map(l -> l.inBasket(Objects.requireNonNull(traits.get(l.productId())), currency))
                        .toList(),
                codes.source(),
                terms().mode(),
                coupons(),
                handCharges.all(currency));
    }

    void price(Priced priced) {
        totals = Totals.of(priced);
        priceTrail = Trail.of(priced.details());
    }

    public Set<String> coupons() {
        return Set.copyOf(codes.coupons());
    }

    public DeliveryTerms terms() {
        return Terms.read(terms);
    }

    final void terms(DeliveryTerms wanted) {
        terms = wanted.equals(DeliveryTerms.NONE) ? null : Terms.of(wanted);
    }

    Totals totals() {
        return totals;
    }

    Codes codes() {
        return codes;
    }

    HandCharges handCharges() {
        return handCharges;
    }

    Money total(Currency currency) {
        return totals.total(currency);
    }

    /** What is wanted for it. */
    Money due(Currency currency) {
        return total(currency).minus(Money.of(cancelled, currency));
    }

    /** Less than was placed is wanted. */
    void cancel(Money more) {
        cancelled = cancelled.add(more.amount());
    }
}
