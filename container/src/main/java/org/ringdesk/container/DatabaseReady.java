package org.ringdesk.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without its database the server can serve nobody. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(DatabaseReady.class.getName());
    private static final int SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            try (ResultSet result = statement.executeQuery("select 1")) {
                return HealthCheckResponse.named("database")
                        .status(result.next())
                        .build();
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "The database does not answer", e);
            return HealthCheckResponse.down("database");
        }
    }
}
