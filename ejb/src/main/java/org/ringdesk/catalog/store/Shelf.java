package org.ringdesk.catalog.store;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductTraits;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.domain.ListPrice;
import org.ringdesk.catalog.domain.TaxRate;
import org.ringdesk.shared.Money;

/**
 * What is for sale, read as views: one statement each. They do not depend on what the transaction has changed so far, so they
 * do not make it write early: an order's version rises once.
 */
@ApplicationScoped
public class Shelf {
    private static final String RULES =
            ", p.rules.sellFrom, p.rules.sellTo, p.rules.shipAlone, p.rules.adjustable," + " p.rules.returnable";
    private static final String STOCK = ", p.rules.backorder, p.rules.leadDays, k.onHand, k.reserved, k.expected)";
    private static final String SOLD = " from Product p join p.category g join ListPrice c on c.productId = p.id"
            + " join SalesChannel s on s.id = c.channelId left join ProductStock k on k.product = p.id"
            + " where p.active = true and c.channelId = :channel and ";

    /** Among so many the best are looked for; words that fit more products say too little. */
    private static final int CANDIDATES = 500;

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public List<ProductView> search(ChannelView channel, ProductSearch search, String language, int limit) {
        TypedQuery<ProductView> query = em.createQuery(
                select(language) + search.condition() + " order by p.searchName, p.id", ProductView.class);
        search.parameters().forEach(query::setParameter);
        return query.setParameter("channel", channel.id())
                .setMaxResults(CANDIDATES)
                .getResultStream()
                .sorted(Comparator.comparingInt(search::rank))
                .limit(limit)
                .map(p -> p.in(language))
                .toList();
    }

    public Optional<ProductView> find(ChannelView channel, ProductNumber number, String language) {
        return em.createQuery(select(language) + "p.number = :number", ProductView.class)
                .setParameter("number", number)
                .setParameter("channel", channel.id())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(p -> p.in(language))
                .findFirst();
    }

    public Map<ProductNumber, ProductView> find(
            ChannelView channel, Collection<ProductNumber> numbers, String language) {
        return em.createQuery(select(language) + "p.number in :numbers", ProductView.class)
                .setParameter("numbers", numbers)
                .setParameter("channel", channel.id())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .collect(toMap(ProductView::number, Function.identity()));
    }

    public Map<Long, ProductView> sold(ChannelView channel, Collection<Long> ids, String language) {
        return em.createQuery(select(language) + "p.id in :ids", ProductView.class)
                .setParameter("ids", ids)
                .setParameter("channel", channel.id())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(p -> p.in(language))
                .collect(toMap(ProductView::id, Function.identity()));
    }

    public Map<Long, ProductTraits> traits(Collection<Long> ids) {
        return em.createQuery(
                        "select new org.ringdesk.catalog.ProductTraits(p.id, p.picture, p.taxClass, g.code, p.unit"
                                + RULES + ", p.attributes" + STOCK + " from Product p join p.category g"
                                + " left join ProductStock k on k.product = p.id where p.id in :ids",
                        ProductTraits.class)
                .setParameter("ids", ids)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .collect(toMap(ProductTraits::id, Function.identity()));
    }

    public Map<Long, Money> prices(ChannelView channel, Collection<Long> ids) {
        return em.createQuery(
                        "select c from Product p join ListPrice c on c.productId = p.id"
                                + " where p.active = true and c.channelId = :channel and c.productId in :ids",
                        ListPrice.class)
                .setParameter("channel", channel.id())
                .setParameter("ids", ids)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .collect(toMap(ListPrice::productId, c -> Money.exact(c.amount(), channel.currency())));
    }

    public Map<String, BigDecimal> taxPercents(String country) {
        return em.createQuery("select t from TaxRate t where t.country = :country", TaxRate.class)
                .setParameter("country", country)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .collect(toMap(TaxRate::taxClass, TaxRate::percent));
    }

    /** No word of it is a literal: with one EclipseLink binds nothing on H2, but prints it all. */
    private static String select(String language) {
        String name = "de".equals(language) ? "nameDe" : "nameEn";
        return "select new org.ringdesk.catalog.ProductView(p.id, p.number, p." + name + ", g." + name
                + ", p.picture, c.amount, s.currency, p.taxClass, p.unit, p.attributes"
                + RULES + STOCK + SOLD;
    }
}
