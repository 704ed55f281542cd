package org.ringdesk.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes down the statements of the thread that asks for it. */
public final class CountingDataSource {
    private final DataSource target;
    private final ThreadLocal<@Nullable List<String>> counted = new ThreadLocal<>();

    CountingDataSource(DataSource target) {
        this.target = target;
    }

    /** What the work sent to the database, statement by statement. */
    public List<String> statementsOf(Supplier<?> work) {
        List<String> statements = new ArrayList<>();
        counted.set(statements);
        try {
            if (work.get() == null) {
                throw new IllegalStateException("Nothing came of it");
            }
            return statements;
        } finally {
            counted.remove();
        }
    }

    public DataSource plain() {
        return target;
    }

    DataSource asDataSource() {
        return wrap(
                DataSource.class,
                target,
                (method, result, args) -> result instanceof Connection c ? connection(c) : result);
    }

    private Connection connection(Connection connection) {
        return wrap(Connection.class, connection, (method, result, args) -> {
            if (result instanceof PreparedStatement s) {
                return statement(PreparedStatement.class, s, String.valueOf(args[0]));
            }
            return result instanceof Statement s ? statement(Statement.class, s, "") : result;
        });
    }

    private <T extends Statement> T statement(Class<T> type, T statement, String prepared) {
        return wrap(type, statement, (method, result, args) -> {
            List<String> statements = counted.get();
            if (statements != null && method.getName().startsWith("execute")) {
                statements.add(prepared.isEmpty() ? "unbound: " + args[0] : prepared);
            }
            return result;
        });
    }

    private interface After {
        @Nullable
        Object done(Method method, @Nullable Object result, Object[] args);
    }

    private static <T> T wrap(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            try {
                Object[] given = args == null ? new Object[0] : args;
                return after.done(method, method.invoke(target, args), given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
