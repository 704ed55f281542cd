package org.ringdesk.pricing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.Products;
import org.ringdesk.catalog.SalesUnit;
import org.ringdesk.catalog.TaxRateView;
import org.ringdesk.pricing.domain.Calculation;
import org.ringdesk.pricing.domain.Charge;
import org.ringdesk.pricing.domain.Period;
import org.ringdesk.pricing.domain.Rules;
import org.ringdesk.pricing.domain.Taxes;
import org.ringdesk.pricing.store.CouponBook;
import org.ringdesk.pricing.store.PriceBook;
import org.ringdesk.pricing.store.RuleBook;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Says what a basket costs by the rules of its channel and for its customer. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.SYSTEM})
public class Pricing {
    @Inject
    private Products products;

    @Inject
    private PriceBook prices;

    @Inject
    private RuleBook rules;

    @Inject
    private CouponBook coupons;

    /**
     * Three statements for the rules, however many lines; one more where there are discounts, one more where there are coupons. The
     * channel's delivery charge counts where it has no charge of that name for the mode of delivery.
     *
     * @param customer the customer's id
     * @throws Refusal {@code pricing.tax.missing}
     */
    public Priced price(Basket basket, ChannelView channel, long customer) {
        RuleBook.Found found = rules.rules(basket, channel);
        List<Charge> charges = new ArrayList<>(found.charges());
        if (charges.stream()
                .noneMatch(c -> c.code().equals(Charge.DELIVERY)
                        && (c.mode() == null || c.mode().equals(basket.deliveryMode())))) {
            charges.add(Charge.delivery(channel.deliveryCharge(), channel.freeDeliveryAbove()));
        }
        return Calculation.price(
                basket,
                new Rules(
                        prices.prices(basket, channel, customer),
                        found.discounts(),
                        coupons.coupons(channel, basket.coupons(), customer),
                        charges,
                        taxes(channel)));
    }

    /**
     * Whether a code is one of the channel's source codes.
     *
     * @param day today in the channel
     * @throws Refusal {@code pricing.source.not-valid} when it is one, and not on that day or switched off
     */
    public boolean isSource(ChannelView channel, String code, LocalDate day) {
        Optional<PriceBook.Source> found = prices.source(channel, code);
        if (found.isPresent() && !found.get().isValid(day)) {
            throw new Refusal("pricing.source.not-valid", code);
        }
        return found.isPresent();
    }

    /**
     * The source code that stands for the number that was dialled, the one that began last; one statement.
     *
     * @param call its id
     * @param day today in the channel
     */
    public Optional<String> presetSource(ChannelView channel, String call, LocalDate day) {
        return prices.dialled(channel, call).stream()
                .filter(source -> source.isValid(day))
                .map(PriceBook.Source::code)
                .findFirst();
    }

    /**
     * At what one of each is sold to the customer in each of its units, by agreements and by the catalog of the source code; discounts
     * and charges are the order's. One statement.
     *
     * @param customer the customer's id
     * @param source as printed in the catalog that the customer holds, or null
     */
    public List<ProductView> offers(
            List<ProductView> found, ChannelView channel, long customer, @Nullable String source, LocalDate day) {
        if (found.isEmpty()) {
            return found;
        }
        List<Basket.Line> lines = new ArrayList<>();
        for (ProductView p : found) {
            for (SalesUnit unit : p.units()) {
                Basket.Item item = new Basket.Item(p.id(), p.category(), p.taxClass(), unit.code(), unit.pieces());
                lines.add(new Basket.Line(lines.size(), item, 1, unit.listPrice(), day, null));
            }
        }
        Basket basket = new Basket(channel.currency(), day, lines, source, null, Set.of(), List.of());
        List<Money> own = Calculation.unitPrices(basket, prices.prices(basket, channel, customer));
        List<ProductView> offers = new ArrayList<>();
        int priced = 0;
        for (ProductView p : found) {
            int units = p.units().size();
            offers.add(p.at(own.subList(priced, priced + units)));
            priced += units;
        }
        return offers;
    }

    private Taxes taxes(ChannelView channel) {
        Map<String, List<Taxes.Rate>> rates = products.rates(channel.country()).stream()
                .collect(groupingBy(
                        TaxRateView::taxClass,
                        mapping(
                                r -> new Taxes.Rate(channel.country(), r.percent(), new Period(r.from(), r.to())),
                                toList())));
        return new Taxes(channel.country(), channel.pricesIncludeTax(), rates);
    }
}
