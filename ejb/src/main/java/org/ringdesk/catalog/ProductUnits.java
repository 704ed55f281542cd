package org.ringdesk.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.ringdesk.catalog.store.Units;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** The units that products are sold in beside their base unit, as admins set them. What is on orders keeps the unit it has. */
@Stateless
@RolesAllowed(Role.ADMIN)
public class ProductUnits {
    @Inject
    private Units units;

    /** Codes of all measures. */
    public List<String> measures() {
        return units.measures();
    }

    public Optional<ProductUnitView> find(ProductNumber product, String unit) {
        return units.find(product, unit);
    }

    /**
     * Keeps a unit as it is given; a new one has version 0.
     *
     * @throws Refusal {@code rules.changed} when somebody else saved meanwhile; {@code product.unknown}, {@code product.unit.base}
     *     when the product is counted in it
     */
    public ProductUnitView save(ProductUnitView wanted) {
        return units.save(wanted);
    }
}
