package org.ringdesk.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The floor of selling: the rows that one order left, written again and again by plain SQL, in one transaction each. */
final class OrderFloor {
    /** Which rows belong to the order with the id, by table, referred to before referring. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("sales_order", "id = %d");
        ROWS.put("order_line", "order_id = %d");
        ROWS.put("order_event", "order_id = %d");
        ROWS.put("payment", "order_id = %d");
        ROWS.put("payment_event", "payment_id in (select id from payment where order_id = %d)");
        ROWS.put("submission", "order_id = %d");
        ROWS.put("sandbox_charge", "idempotency_key in (select idempotency_key from payment where order_id = %d)");
        ROWS.put("coupon_use", "order_id = %d");
        ROWS.put("stock_claim", "holder = %d");
        ROWS.put("mail_message", "order_id = %d");
    }

    private final BenchDatabase database;
    private final List<Table> tables = new ArrayList<>();
    private final AtomicLong ids = new AtomicLong(1_000_000_000_000L);

    /** @param order the id of the order whose rows are taken for a sample */
    OrderFloor(BenchDatabase database, long order) throws SQLException {
        this.database = database;
        try (Connection db = database.open()) {
            for (Map.Entry<String, String> table : ROWS.entrySet()) {
                tables.add(Table.read(db, table.getKey(), table.getValue().formatted(order)));
            }
        }
    }

    /** @throws IllegalStateException when an order writes to a table of which nothing is known here */
    void mustKnow(Iterable<String> written) {
        for (String table : written) {
            if (!ROWS.containsKey(table)) {
                throw new IllegalStateException("An order writes to " + table + ", the floor does not");
            }
        }
    }

    int rows() {
        return tables.stream().mapToInt(t -> t.rows.size()).sum();
    }

    private record Table(String name, List<String> columns, List<Object[]> rows) {
        static Table read(Connection db, String name, String condition) throws SQLException {
            try (PreparedStatement sql = db.prepareStatement("select * from " + name + " where " + condition);
                    ResultSet found = sql.executeQuery()) {
                ResultSetMetaData about = found.getMetaData();
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    columns.add(about.getColumnName(i));
                }
                List<Object[]> rows = new ArrayList<>();
                while (found.next()) {
                    Object[] row = new Object[columns.size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    rows.add(row);
                }
                return new Table(name, columns, rows);
            }
        }

        String insert() {
            return "insert into " + name + " (" + String.join(", ", columns) + ") values ("
                    + columns.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
        }
    }

    /** The microseconds of each order of {@code clients} who write {@code orders} each at the same time. */
    List<Long> write(int clients, int orders) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<List<Long>>> work = IntStream.range(0, clients)
                    .mapToObj(client -> (Callable<List<Long>>) () -> writeInTurn(orders))
                    .toList();
            List<Long> micros = new ArrayList<>();
            for (Future<List<Long>> done : threads.invokeAll(work)) {
                micros.addAll(done.get());
            }
            return micros;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> writeInTurn(int orders) throws SQLException {
        List<Long> micros = new ArrayList<>();
        try (Connection db = database.open()) {
            db.setAutoCommit(false);
            List<PreparedStatement> inserts = new ArrayList<>();
            for (Table table : tables) {
                inserts.add(db.prepareStatement(table.insert()));
            }
            for (int n = 0; n < orders; n++) {
                long began = System.nanoTime();
                Map<Object, Object> renamed = new LinkedHashMap<>();
                for (int t = 0; t < tables.size(); t++) {
                    Table table = tables.get(t);
                    for (Object[] row : table.rows) {
                        fill(inserts.get(t), table, row, renamed);
                        inserts.get(t).addBatch();
                    }
                    inserts.get(t).executeBatch();
                }
                db.commit();
                micros.add((System.nanoTime() - began) / 1000);
            }
        }
        return micros;
    }

    private void fill(PreparedStatement insert, Table table, Object[] row, Map<Object, Object> renamed)
            throws SQLException {
        for (int i = 0; i < row.length; i++) {
            insert.setObject(i + 1, value(table.columns.get(i), row[i], renamed));
        }
    }

    /** Keys are new ones, the same for all that refer to them. */
    private Object value(String column, Object value, Map<Object, Object> renamed) {
        return switch (column) {
            case "id", "order_id", "payment_id", "holder" -> renamed.computeIfAbsent(value, v -> ids.incrementAndGet());
            case "number" ->
                renamed.computeIfAbsent(value, v -> "ZZ%08d".formatted(ids.incrementAndGet() % 100_000_000));
            case "idempotency_key", "submit_key" ->
                renamed.computeIfAbsent(value, v -> UUID.randomUUID().toString());
            default -> value;
        };
    }
}
