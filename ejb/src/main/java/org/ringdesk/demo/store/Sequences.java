package org.ringdesk.demo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Ids and numbers from the same sequences as everyone's, so that nothing collides with what is sold later. Ids come in
 * blocks of 50 that end with the sequence's value, as the persistence provider takes them.
 */
final class Sequences implements AutoCloseable {
    private static final int BLOCK = 50;

    private final PreparedStatement ids;
    private final PreparedStatement customers;
    private final PreparedStatement orders;
    private long next = 1;
    private long last;

    Sequences(Connection database) throws SQLException {
        ids = database.prepareStatement("select nextval('ringdesk_seq')");
        customers = database.prepareStatement("select nextval('customer_number_seq')");
        orders = database.prepareStatement("select nextval('order_number_seq')");
    }

    long id() throws SQLException {
        if (next > last) {
            last = value(ids);
            next = last - BLOCK + 1;
        }
        return next++;
    }

    long customer() throws SQLException {
        return value(customers);
    }

    long order() throws SQLException {
        return value(orders);
    }

    private static long value(PreparedStatement nextval) throws SQLException {
        try (ResultSet row = nextval.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (ids;
                customers;
                orders) {
            next = last + 1;
        }
    }
}
