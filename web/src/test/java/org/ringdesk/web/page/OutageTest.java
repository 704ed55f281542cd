package org.ringdesk.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.ResourceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void aBrokenConnectionIsOneHoweverDeepItLies() {
        assertThat(Outage.is(wrapped(new SQLException("gone", "08006")))).isTrue();
        assertThat(Outage.is(wrapped(new SQLException("shutting down", "57P01"))))
                .isTrue();
        assertThat(Outage.is(wrapped(new SQLException(new ResourceException("IJ000453")))))
                .isTrue();
    }

    @Test
    void whatTheDatabaseAnsweredIsNone() {
        assertThat(Outage.is(wrapped(new SQLException("duplicate key", "23505"))))
                .isFalse();
        assertThat(Outage.is(wrapped(new SQLException("no state at all")))).isFalse();
        assertThat(Outage.is(new IllegalStateException())).isFalse();
    }

    private static Exception wrapped(Exception cause) {
        return new EJBException(new PersistenceException(cause));
    }
}
