package org.ringdesk.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without its database the server can serve nobody; one that hangs is thought of as down. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(DatabaseReady.class.getName());

    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private ManagedExecutorService asking;

    private final Question<Boolean> there = new Question<>(this::selected);

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    private boolean answers() {
        try {
            return there.answer(asking);
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.WARNING, "The database does not answer: {0}", e.toString());
            return false;
        }
    }

    private boolean selected() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select 1")) {
            return result.next();
        }
    }
}
