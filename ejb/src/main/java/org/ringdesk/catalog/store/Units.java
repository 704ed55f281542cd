package org.ringdesk.catalog.store;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductUnitView;
import org.ringdesk.catalog.domain.Product;
import org.ringdesk.catalog.domain.ProductUnit;
import org.ringdesk.catalog.domain.UnitPrice;
import org.ringdesk.shared.Refusal;

/** Units of products to be maintained one by one. */
@ApplicationScoped
public class Units {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public List<String> measures() {
        return em.createQuery("select m.code from Measure m order by m.code", String.class)
                .getResultList();
    }

    public Optional<ProductUnitView> find(ProductNumber number, String unit) {
        return product(number)
                .flatMap(p -> Optional.ofNullable(em.find(ProductUnit.class, new ProductUnit.Key(p.id(), unit)))
                        .map(u -> view(p, u, unit)));
    }

    private Optional<Product> product(ProductNumber number) {
        return em.createQuery("select p from Product p where p.number = :number", Product.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    private List<UnitPrice> prices(long product, String unit) {
        return em.createQuery(
                        "select c from UnitPrice c where c.productId = :product and c.unit = :unit", UnitPrice.class)
                .setParameter("product", product)
                .setParameter("unit", unit)
                .getResultList();
    }

    private ProductUnitView view(Product product, ProductUnit kept, String unit) {
        return new ProductUnitView(
                product.number(),
                unit,
                kept.pieces(),
                unit.equals(product.salesUnit()),
                kept.isActive(),
                prices(product.id(), unit).stream().collect(toMap(UnitPrice::channelId, UnitPrice::amount)),
                kept.version());
    }

    /** @throws Refusal {@code product.unknown}, {@code product.unit.base}, {@code rules.changed} */
    public ProductUnitView save(ProductUnitView wanted) {
        Product product = product(wanted.product())
                .orElseThrow(
                        () -> new Refusal("product.unknown", wanted.product().value()));
        if (wanted.unit().equals(product.unit())) {
            throw new Refusal("product.unit.base", wanted.unit());
        }
        ProductUnit.Key key = new ProductUnit.Key(product.id(), wanted.unit());
        ProductUnit kept = em.find(ProductUnit.class, key);
        if (kept == null ? wanted.version() != 0 : kept.version() != wanted.version()) {
            throw new Refusal("rules.changed");
        }
        try {
            if (kept == null) {
                kept = new ProductUnit(key);
                em.persist(kept);
            } else {
                // its prices and whether it is the usual one are kept elsewhere, and are part of it
                em.lock(kept, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            }
            kept.revise(wanted.pieces(), wanted.active());
            product.sellIn(wanted.unit(), wanted.usual() && wanted.active());
            em.flush();
            price(product.id(), wanted.unit(), wanted.prices());
            em.flush();
        } catch (OptimisticLockException e) {
            throw new Refusal("rules.changed");
        }
        return view(product, kept, wanted.unit());
    }

    private void price(long product, String unit, Map<Long, BigDecimal> wanted) {
        Map<Long, UnitPrice> known =
                prices(product, unit).stream().collect(toMap(UnitPrice::channelId, price -> price));
        wanted.forEach((channel, amount) -> {
            if (known.containsKey(channel)) {
                Objects.requireNonNull(known.get(channel)).becomes(amount);
            } else {
                em.persist(new UnitPrice(new UnitPrice.Key(product, unit, channel), amount));
            }
        });
        known.forEach((channel, price) -> {
            if (!wanted.containsKey(channel)) {
                em.remove(price);
            }
        });
    }
}
