package org.ringdesk.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.catalog.store.ProductSearch;
import org.ringdesk.catalog.store.Shelf;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Finds what can be sold in a channel: active products that have a price there. A list is one statement, two where a product has more
 * than one unit.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.SYSTEM})
public class Products {
    private static final int LIST = 100;

    @Inject
    private Shelf shelf;

    @Inject
    private Clock clock;

    /**
     * By part of number, name, barcode, category or attribute; every word must occur; products whose number or name begins with the
     * words first. With the prices of the list, and when the channel's usual delivery brings it.
     *
     * @param language {@code de} or {@code en}
     */
    public List<ProductView> search(ChannelView channel, String words, String language, int limit) {
        ProductSearch search = new ProductSearch(words);
        return search.isEmpty()
                ? List.of()
                : shelf.search(channel, search, language, Math.min(Math.max(limit, 1), LIST)).stream()
                        .map(p -> promised(p, channel))
                        .toList();
    }

    private ProductView promised(ProductView product, ChannelView channel) {
        return product.promised(LocalDate.ofInstant(clock.instant(), channel.zone()), channel.deliveryDays(null));
    }

    /** @throws Refusal {@code product.unknown} when it is not sold in the channel */
    public ProductView get(ChannelView channel, ProductNumber number, String language) {
        return shelf.find(channel, number, language)
                .map(p -> promised(p, channel))
                .orElseThrow(() -> new Refusal("product.unknown", number.value()));
    }

    /** The products with these numbers, by them. @throws Refusal {@code product.unknown} for the first that is not sold in the channel */
    public Map<ProductNumber, ProductView> get(
            ChannelView channel, Collection<ProductNumber> numbers, String language) {
        Map<ProductNumber, ProductView> found =
                numbers.isEmpty() ? Map.of() : shelf.find(channel, Set.copyOf(numbers), language);
        numbers.stream().filter(n -> !found.containsKey(n)).findFirst().ifPresent(n -> {
            throw new Refusal("product.unknown", n.value());
        });
        return found;
    }

    /** Those of the products that are sold in the channel, by id. */
    public Map<Long, ProductView> sold(ChannelView channel, Collection<Long> ids, String language) {
        Map<Long, ProductView> sold = ids.isEmpty() ? new HashMap<>() : shelf.sold(channel, ids, language);
        sold.replaceAll((id, product) -> promised(product, channel));
        return sold;
    }

    /** Of these products, whether still sold or not, by id. */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.SYSTEM, Role.ORDER_READER, Role.FULFILMENT})
    public Map<Long, ProductTraits> traits(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : shelf.traits(ids);
    }

    /** A country's tax rates of all days; one statement. */
    public List<TaxRateView> rates(String country) {
        return shelf.rates(country);
    }

    /** The names of everything that is counted in. */
    public List<String> measures(String language) {
        return shelf.measures(language);
    }
}
