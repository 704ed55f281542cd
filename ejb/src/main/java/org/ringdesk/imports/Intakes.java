package org.ringdesk.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ringdesk.catalog.PriceIntake;
import org.ringdesk.catalog.ProductIntake;
import org.ringdesk.catalog.StockIntake;
import org.ringdesk.customers.CustomerIntake;
import org.ringdesk.shared.intake.Intake;

/** Which front door takes which kind. */
@ApplicationScoped
public class Intakes {
    @Inject
    private ProductIntake products;

    @Inject
    private PriceIntake prices;

    @Inject
    private StockIntake stock;

    @Inject
    private CustomerIntake customers;

    public Intake of(ImportKind kind) {
        return switch (kind) {
            case PRODUCTS -> products;
            case PRICES -> prices;
            case STOCK -> stock;
            case CUSTOMERS -> customers;
        };
    }
}
