package org.ringdesk.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.ringdesk.catalog.store.ProductSheets;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** What is kept of products, for the systems that bring it in. */
@Stateless
@RolesAllowed(Role.CATALOG_FEED)
public class CatalogReading {
    private static final int LIST = 201;

    @Inject
    private ProductSheets sheets;

    /** In the order of their numbers; two statements. @param after the number of the last one read, or an empty text */
    public List<ProductSheet> page(String after, int limit) {
        return sheets.page(after, Math.min(Math.max(limit, 1), LIST));
    }

    /** @throws Refusal {@code product.unknown} */
    public ProductSheet get(ProductNumber number) {
        return sheets.find(number).orElseThrow(() -> new Refusal("product.unknown", number.value()));
    }
}
