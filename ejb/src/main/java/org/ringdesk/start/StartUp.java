package org.ringdesk.start;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.ringdesk.demo.DemoData;
import org.ringdesk.shared.Role;

/** Brings the schema up to date before anyone is let in. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class StartUp {
    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    @Inject
    private WeavingCheck weaving;

    @Inject
    private DemoData demo;

    @PostConstruct
    void begin() {
        Flyway.configure(getClass().getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .load()
                .migrate();
        weaving.mustBeOn();
        demo.fillIfEmpty();
    }
}
