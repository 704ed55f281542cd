package org.ringdesk.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Work that one server does at a time, like a singleton bean's but across a cluster. A turn is a row of {@code cluster_turn}
 * that is locked until the transaction ends; a server that dies loses it.
 */
@ApplicationScoped
public class Turns {
    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    /** Waits until no other server has the turn and has it until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(Turn turn) {
        if (!locked(turn, "for update")) {
            throw new IllegalStateException("There is no turn " + turn.key());
        }
    }

    /** Has it until the transaction ends, unless another server has it now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean takeIfFree(Turn turn) {
        return locked(turn, "for update skip locked");
    }

    private boolean locked(Turn turn, String how) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select name from cluster_turn where name = ? " + how)) {
            lock.setString(1, turn.key());
            try (ResultSet row = lock.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No turn could be had: " + turn.key(), e);
        }
    }

    /** Does the work in a transaction of its own while no other server does it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void inTurn(Turn turn, Runnable work) {
        take(turn);
        work.run();
    }
}
