package org.ringdesk.catalog.store;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.domain.Category;
import org.ringdesk.catalog.domain.ListPrice;
import org.ringdesk.catalog.domain.Product;
import org.ringdesk.catalog.domain.ProductStock;
import org.ringdesk.catalog.domain.ProductUnit;
import org.ringdesk.catalog.domain.UnitPrice;

/** Products and list prices as they are changed, many at a time; one statement each. */
@ApplicationScoped
public class Assortment {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** @param named may be so more than once, or not at all */
    public Map<ProductNumber, Product> products(Stream<@Nullable ProductNumber> named) {
        Set<ProductNumber> numbers = named.flatMap(Stream::ofNullable).collect(toSet());
        return numbers.isEmpty()
                ? new HashMap<>()
                : em.createQuery("select p from Product p where p.number in :numbers", Product.class)
                        .setParameter("numbers", numbers)
                        .getResultStream()
                        .collect(toMap(Product::number, Function.identity(), (one, same) -> one, HashMap::new));
    }

    /** By product and channel. */
    public Map<ListPrice.Key, ListPrice> prices(Collection<Product> products) {
        return products.isEmpty()
                ? new HashMap<>()
                : em.createQuery("select c from ListPrice c where c.productId in :ids", ListPrice.class)
                        .setParameter("ids", products.stream().map(Product::id).toList())
                        .getResultStream()
                        .collect(toMap(ListPrice::key, Function.identity(), (one, same) -> one, HashMap::new));
    }

    /** The products' further units, sold or not. */
    public Map<ProductUnit.Key, ProductUnit> units(Collection<Product> products) {
        return products.isEmpty()
                ? new HashMap<>()
                : em.createQuery("select u from ProductUnit u where u.productId in :ids", ProductUnit.class)
                        .setParameter("ids", products.stream().map(Product::id).toList())
                        .getResultStream()
                        .collect(toMap(ProductUnit::key, Function.identity(), (one, same) -> one, HashMap::new));
    }

    /** By product, unit and channel. */
    public Map<UnitPrice.Key, UnitPrice> unitPrices(Collection<Product> products) {
        return products.isEmpty()
                ? new HashMap<>()
                : em.createQuery("select c from UnitPrice c where c.productId in :ids", UnitPrice.class)
                        .setParameter("ids", products.stream().map(Product::id).toList())
                        .getResultStream()
                        .collect(toMap(UnitPrice::key, Function.identity(), (one, same) -> one, HashMap::new));
    }

    public Set<String> measures() {
        return new TreeSet<>(
                em.createQuery("select m.code from Measure m", String.class).getResultList());
    }

    public Map<String, Category> categories() {
        return em.createQuery("select c from Category c", Category.class)
                .getResultStream()
                .collect(toMap(Category::code, Function.identity()));
    }

    public Set<String> taxClasses() {
        return new TreeSet<>(em.createQuery("select distinct t.taxClass from TaxRate t", String.class)
                .getResultList());
    }

    /** Of a new one there is nothing yet. */
    public void add(Product product) {
        em.persist(product);
        em.persist(new ProductStock(product.id()));
    }

    public void add(ProductUnit unit) {
        em.persist(unit);
    }

    public void add(UnitPrice price) {
        em.persist(price);
    }

    public void add(ListPrice price) {
        em.persist(price);
    }

    /** What two did at the same time is known then. */
    public void flush() {
        em.flush();
    }
}
