package org.ringdesk.demo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.ringdesk.demo.domain.Company;

/** Writes a whole company on one connection, in the order that the tables refer to each other. The transaction is the caller's. */
public final class CompanyWriter {
    private static final String ANYTHING =
            "select (select count(*) from sales_channel) + (select count(*) from app_user)"
                    + " + (select count(*) from customer) + (select count(*) from product)";

    private final Connection database;

    public CompanyWriter(Connection database) {
        this.database = database;
    }

    /** No channel, user, customer or product. */
    public boolean isEmpty() throws SQLException {
        try (PreparedStatement count = database.prepareStatement(ANYTHING);
                ResultSet row = count.executeQuery()) {
            return row.next() && row.getLong(1) == 0;
        }
    }

    public void write(Company company, Logins logins) throws SQLException {
        try (Sequences sequences = new Sequences(database)) {
            Map<String, Long> channels = new AdministrationRows(database, sequences).write(company, logins);
            CatalogRows.Ids catalog = new CatalogRows(database, sequences).write(company, channels);
            List<Long> customers = new CustomerRows(database, sequences).write(company.customers());
            List<Long> orders = new OrderRows(database, sequences)
                    .write(company, new OrderRows.Known(channels, customers, catalog.products()));
            new PricingRows(
                            database,
                            sequences,
                            new PricingRows.Known(channels, catalog.categories(), catalog.products(), customers))
                    .write(company);
            new ConditionRows(database, sequences, channels).write();
            new MailRows(database, channels).write(company.channels());
            new PaymentRows(database, sequences).write(company.orders(), orders);
            new GiftCardRows(database, sequences).write(company.opened());
        }
    }
}
