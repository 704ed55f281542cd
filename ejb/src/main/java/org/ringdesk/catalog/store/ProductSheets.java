package org.ringdesk.catalog.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductSheet;
import org.ringdesk.catalog.domain.Product;
import org.ringdesk.catalog.domain.ProductStock;
import org.ringdesk.shared.Money;

/** Products whole: with their categories, their prices and their stock in a statement each. */
@ApplicationScoped
public class ProductSheets {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public List<ProductSheet> page(String after, int limit) {
        return sheets(em.createQuery(
                        "select p from Product p join fetch p.category where p.numberText > :after order by p.numberText",
                        Product.class)
                .setParameter("after", after)
                .setMaxResults(limit));
    }

    public Optional<ProductSheet> find(ProductNumber number) {
        return sheets(em.createQuery(
                                "select p from Product p join fetch p.category where p.number = :number", Product.class)
                        .setParameter("number", number))
                .stream()
                .findFirst();
    }

    private List<ProductSheet> sheets(TypedQuery<Product> query) {
        List<Product> products = query.getResultList();
        List<Long> ids = products.stream().map(Product::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<ProductSheet.Price>> prices = prices(ids);
        Map<Long, Integer> stock = stock(ids);
        return products.stream()
                .map(p -> p.sheet(stock.getOrDefault(p.id(), 0), prices.getOrDefault(p.id(), List.of())))
                .toList();
    }

    private Map<Long, Integer> stock(List<Long> ids) {
        return em.createQuery("select s from ProductStock s where s.product in :ids", ProductStock.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(toMap(ProductStock::product, ProductStock::onHand));
    }

    private Map<Long, List<ProductSheet.Price>> prices(List<Long> ids) {
        return em.createQuery(
                        "select l.productId, s.code, l.amount, s.currency from ListPrice l"
                                + " join SalesChannel s on s.id = l.channelId where l.productId in :ids order by s.code",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(groupingBy(row -> (Long) row[0], mapping(ProductSheets::price, toList())));
    }

    private static ProductSheet.Price price(Object[] row) {
        Money price = Money.exact((BigDecimal) row[2], Currency.getInstance((String) row[3]));
        return new ProductSheet.Price((ChannelCode) row[1], price);
    }
}
