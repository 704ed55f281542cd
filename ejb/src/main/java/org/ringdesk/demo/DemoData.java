package org.ringdesk.demo;

import static java.util.logging.Level.INFO;
import static java.util.logging.Level.WARNING;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ringdesk.demo.domain.Company;
import org.ringdesk.demo.domain.DemoCompany;
import org.ringdesk.demo.store.CompanyWriter;
import org.ringdesk.demo.store.Logins;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.Turn;
import org.ringdesk.shared.Turns;

/**
 * Fills an empty database with the demo company, where {@code ringdesk.demo} is true. The staff logs in with the password of
 * {@code ringdesk.demo.password}; without one nobody of them can.
 */
@Singleton
@RolesAllowed(Role.SYSTEM)
public class DemoData {
    private static final Logger LOG = Logger.getLogger(DemoData.class.getName());

    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    @Inject
    private Clock clock;

    @Inject
    private Turns turns;

    @Inject
    private DemoPassword passwords;

    @Inject
    @ConfigProperty(name = "ringdesk.demo", defaultValue = "false")
    private boolean wanted;

    @Inject
    @ConfigProperty(name = "ringdesk.demo.password")
    private Optional<String> password;

    /** In one transaction; does nothing to a database that has a channel, user, customer or product. Of two servers that start together one does it. */
    public void fillIfEmpty() {
        if (!wanted) {
            return;
        }
        turns.take(Turn.DEMO_DATA);
        try (Connection connection = database.getConnection()) {
            CompanyWriter writer = new CompanyWriter(connection);
            if (writer.isEmpty()) {
                fill(writer);
            }
        } catch (SQLException e) {
            throw new EJBException("The demo company could not be written", e);
        }
    }

    private void fill(CompanyWriter writer) throws SQLException {
        Optional<String> given = password.filter(text -> !text.isBlank());
        if (given.isEmpty()) {
            LOG.log(WARNING, "No ringdesk.demo.password: the demo users are disabled");
        }
        Company company = DemoCompany.asOf(clock, DemoCompany.SEED);
        writer.write(company, new Logins(() -> passwords.hash(given), given.isPresent()));
        LOG.log(INFO, "Demo company: {0} customers, {1} products, {2} orders", new Object[] {
            company.customers().size(),
            company.products().size(),
            company.orders().size()
        });
    }
}
