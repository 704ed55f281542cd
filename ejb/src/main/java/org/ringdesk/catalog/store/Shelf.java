package org.ringdesk.catalog.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
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
import org.ringdesk.catalog.TaxRateView;
import org.ringdesk.catalog.domain.Measure;
import org.ringdesk.catalog.domain.TaxRate;

/**
 * What is for sale, read as views: one statement each, one more where a product has more than one unit. They do not depend on what the
 * transaction has changed so far, so they do not make it write early: an order's version rises once.
 */
@ApplicationScoped
public class Shelf {
    private static final String RULES =
            "p.rules.sellFrom, p.rules.sellTo, p.rules.shipAlone, p.rules.adjustable, p.rules.returnable";
    private static final String STOCK = "p.rules.backorder, p.rules.leadDays, k.onHand, k.reserved, k.expected";
    private static final String SOLD =
            " from Product p join p.category g join Measure m on m.code = p.unit join ListPrice c on c.productId = p.id"
                    + " join SalesChannel s on s.id = c.channelId left join ProductStock k on k.product = p.id"
                    + " where p.active = true and c.channelId = :channel and ";

    /** Among so many the best are looked for; words that fit more products say too little. */
    private static final int CANDIDATES = 500;

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public List<ProductView> search(ChannelView channel, ProductSearch search, String language, int limit) {
        TypedQuery<Object[]> query =
                em.createQuery(select(language) + search.condition() + " order by p.searchName, p.id", Object[].class);
        search.parameters().forEach(query::setParameter);
        return views(
                channel,
                language,
                query.setParameter("channel", channel.id())
                        .setMaxResults(CANDIDATES)
                        .getResultStream()
                        .map(ProductRow::of)
                        .sorted(Comparator.comparingInt(row -> search.rank(row.named())))
                        .limit(limit)
                        .toList());
    }

    public Optional<ProductView> find(ChannelView channel, ProductNumber number, String language) {
        return read(channel, language, "p.number = :number", "number", number).stream()
                .findFirst();
    }

    public Map<ProductNumber, ProductView> find(
            ChannelView channel, Collection<ProductNumber> numbers, String language) {
        return read(channel, language, "p.number in :numbers", "numbers", numbers).stream()
                .collect(toMap(ProductView::number, Function.identity()));
    }

    public Map<Long, ProductView> sold(ChannelView channel, Collection<Long> ids, String language) {
        return read(channel, language, "p.id in :ids", "ids", ids).stream()
                .collect(toMap(ProductView::id, Function.identity()));
    }

    private List<ProductView> read(
            ChannelView channel, String language, String condition, String parameter, Object value) {
        List<ProductRow> found = em.createQuery(select(language) + condition, Object[].class)
                .setParameter(parameter, value)
                .setParameter("channel", channel.id())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(ProductRow::of)
                .toList();
        return views(channel, language, found);
    }

    /** With their further units, which take one more statement where there are any. */
    private List<ProductView> views(ChannelView channel, String language, List<ProductRow> rows) {
        List<Long> more =
                rows.stream().filter(ProductRow::hasMore).map(ProductRow::id).toList();
        Map<Long, List<ProductRow.More>> units = more.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select new org.ringdesk.catalog.store.ProductRow$More(u.productId, u.unit, "
                                        + names("m", language)
                                        + ", u.pieces, c.amount) from ProductUnit u join Measure m on m.code = u.unit"
                                        + " left join UnitPrice c on c.productId = u.productId and c.unit = u.unit"
                                        + " and c.channelId = :channel"
                                        + " where u.active = true and u.productId in :ids order by u.productId, u.pieces, u.unit",
                                ProductRow.More.class)
                        .setParameter("channel", channel.id())
                        .setParameter("ids", more)
                        .setFlushMode(FlushModeType.COMMIT)
                        .getResultStream()
                        .collect(groupingBy(ProductRow.More::product));
        return rows.stream()
                .map(row -> row.view(language, units.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** The names of all measures in a language. */
    public List<String> measures(String language) {
        return em.createQuery("select m from Measure m order by m.code", Measure.class)
                .getResultStream()
                .map(m -> m.name(language))
                .toList();
    }

    public Map<Long, ProductTraits> traits(Collection<Long> ids) {
        return em.createQuery(
                        "select new org.ringdesk.catalog.ProductTraits(p.id, p.picture, p.taxClass, g.code, p.unit, "
                                + RULES + ", p.attributes, " + STOCK + ") from Product p join p.category g"
                                + " left join ProductStock k on k.product = p.id where p.id in :ids",
                        ProductTraits.class)
                .setParameter("ids", ids)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .collect(toMap(ProductTraits::id, Function.identity()));
    }

    public List<TaxRateView> rates(String country) {
        return em.createQuery("select t from TaxRate t where t.country = :country", TaxRate.class)
                .setParameter("country", country)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(TaxRate::view)
                .toList();
    }

    /** No word of it is a literal: with one EclipseLink binds nothing on H2, but prints it all. */
    private static String select(String language) {
        String name = "de".equals(language) ? "nameDe" : "nameEn";
        return "select new org.ringdesk.catalog.store.ProductRow$Named(p.id, p.number, p." + name + ", g." + name
                + ", p.picture, p.taxClass, p.attributes), new org.ringdesk.catalog.store.ProductRow$Base(p.unit, "
                + names("m", language)
                + ", c.amount, s.currency, p.salesUnit,"
                + " (select count(u) from ProductUnit u where u.productId = p.id and u.active = true)),"
                + " new org.ringdesk.catalog.ItemRules(" + RULES + "),"
                + " new org.ringdesk.catalog.Availability$Count(" + STOCK + ")"
                + SOLD;
    }

    /** Of a measure, the one asked for and the other one. */
    private static String names(String measure, String language) {
        return "de".equals(language)
                ? measure + ".nameDe, " + measure + ".nameEn"
                : measure + ".nameEn, " + measure + ".nameDe";
    }
}
