package org.ringdesk.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports the links to the PBXs as the server that follows them has stored them. Always up: orders are taken, and screens say
 * what is missing, without telephony too.
 */
@Readiness
@ApplicationScoped
public class TelephonyReported implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(TelephonyReported.class.getName());

    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private ManagedExecutorService asking;

    private final Question<Map<String, String>> links = new Question<>(this::stored);

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder telephony =
                HealthCheckResponse.named("telephony").up();
        try {
            links.answer(asking).forEach(telephony::withData);
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "No link to report", e);
        }
        return telephony.build();
    }

    /** The state of each link by the name of its PBX. */
    private Map<String, String> stored() throws SQLException {
        Map<String, String> states = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pbx, state from pbx_link order by pbx")) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getString(2));
            }
        }
        return states;
    }
}
