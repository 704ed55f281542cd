package org.ringdesk.catalog.store;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.ringdesk.catalog.Availability;
import org.ringdesk.catalog.domain.Claim;
import org.ringdesk.catalog.domain.ProductStock;

/** Stock as it is changed: one statement for many products, and what changed is written with the transaction in batches. */
@ApplicationScoped
public class Warehouse {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    @Inject
    private Shelf shelf;

    /** The products' rows by id, locked one after another in that order; those of products that never had any are begun. */
    public SortedMap<Long, ProductStock> locked(Collection<Long> products) {
        SortedMap<Long, ProductStock> rows = new TreeMap<>();
        if (products.isEmpty()) {
            return rows;
        }
        em.createQuery(
                        "select s from ProductStock s where s.product in :products order by s.product",
                        ProductStock.class)
                .setParameter("products", products)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .forEach(row -> rows.put(row.product(), row));
        products.forEach(product -> rows.computeIfAbsent(product, this::begin));
        return rows;
    }

    /** The same, to look at only unless they are to be changed. */
    public Map<Long, ProductStock> rows(Collection<Long> products, boolean toChange) {
        if (toChange || products.isEmpty()) {
            return locked(products);
        }
        return em.createQuery("select s from ProductStock s where s.product in :products", ProductStock.class)
                .setParameter("products", products)
                .getResultStream()
                .collect(toMap(ProductStock::product, Function.identity()));
    }

    private ProductStock begin(long product) {
        ProductStock row = new ProductStock(product);
        em.persist(row);
        return row;
    }

    /** How they may be had; how many are free is only as current as the transaction. */
    public Map<Long, Availability> availability(Collection<Long> products) {
        return products.isEmpty()
                ? Map.of()
                : shelf.traits(products).entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, e -> e.getValue().stock()));
    }

    /** By product id. */
    public Map<Long, Claim> claims(long holder) {
        return em.createQuery("select c from Claim c where c.holder = :holder", Claim.class)
                .setParameter("holder", holder)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .collect(toMap(Claim::product, Function.identity()));
    }

    public void add(Claim claim) {
        em.persist(claim);
    }

    public void remove(Claim claim) {
        em.remove(claim);
    }
}
