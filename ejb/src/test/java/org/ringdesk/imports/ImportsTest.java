package org.ringdesk.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.imports.ImportSteps.Due;
import org.ringdesk.imports.gateway.CsvFile;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.intake.RowResult.Outcome;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** A file from its upload to the last row. */
class ImportsTest {
    private static final Caller ADMIN = as("katrin.brandt", Role.ADMIN);
    private static final Caller SYSTEM = as("system", Role.SYSTEM);
    private static final String PRICES_OF_ALL =
            "select count(*) from product_price c join product p on p.id = c.product_id where p.number like 'ALL-%'";
    private static final String HEADER = "number,name_en,name_de,category\n";

    @ParameterizedTest
    @EnumSource
    void aFileIsSeenBeforeItGoesIn(Database database) {
        put(database, HEADER + "KNOWN-1,Another,Anderer,KITCHEN\n");
        ImportView uploaded = upload(database, ImportKind.PRODUCTS, "\uFEFF" + HEADER + """
                see-1,Pine cone,Kiefernzapfen,KITCHEN
                SEE-2,,Fichtenzapfen,KITCHEN
                SEE-3,Larch cone,Lärchenzapfen,FOREST
                see-1,Pine cone,Kiefernzapfen,KITCHEN
                KNOWN-1,A name,Ein Name,KITCHEN
                """);
        assertThat(uploaded.state()).isEqualTo(ImportState.CHECKING);
        assertThat(uploaded.rows()).isEqualTo(5);
        work(database);
        ImportView checked = get(database, uploaded.id());
        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(List.of(checked.added(), checked.changed(), checked.same(), checked.bad(), checked.faults()))
                .containsExactly(1L, 1L, 0L, 3L, 3L);
        assertThat(faults(database, checked.id()))
                .containsExactly(
                        new FaultView(3, "name_en", "intake.missing", List.of()),
                        new FaultView(4, "category", "intake.choice.unknown", List.of("FOREST")),
                        new FaultView(5, null, "import.row.twice", List.of("2")));
        PreviewView preview =
                ADMIN.call(() -> imports(database).preview(checked.id())).orElseThrow();
        assertThat(preview.columns()).containsExactly("number", "name_en", "name_de", "category");
        assertThat(preview.rows())
                .extracting(PreviewView.Row::outcome)
                .containsExactly(Outcome.ADDED, Outcome.BAD, Outcome.BAD, Outcome.BAD, Outcome.CHANGED);
        assertThat(preview.rows().get(0).cells().get(0)).isEqualTo("SEE-1");
        assertThat(products(database, "SEE-")).isZero();
        assertRefused("import.rows.bad", () -> start(database, checked, true));
        ImportView done = start(database, checked, false);
        assertThat(done.state()).isEqualTo(ImportState.IMPORTING);
        work(database);
        done = get(database, done.id());
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(List.of(done.added(), done.changed(), done.bad(), done.done()))
                .containsExactly(1L, 1L, 3L, 5L);
        assertThat(faults(database, done.id())).hasSize(3);
        assertThat(products(database, "SEE-")).isOne();
        assertThat(ADMIN.call(() -> imports(database).preview(checked.id()))).isEmpty();
        assertRefused("import.state", () -> start(database, checked, false));
    }

    @ParameterizedTest
    @EnumSource
    void allOrNothingLeavesNothingWhenARowBecomesBad(Database database) {
        put(database, products("ALL", 2500));
        String prices = "product,channel,amount\n"
                + IntStream.range(0, 2500)
                        .mapToObj(n -> "ALL-" + n + ",DE,5.00\n")
                        .collect(Collectors.joining());
        ImportView checked = checked(database, ImportKind.PRICES, prices);
        assertThat(checked.added()).isEqualTo(2500);
        // the last product goes away between the check and the import
        change(database, "delete from product where number = 'ALL-2499'");
        start(database, checked, true);
        work(database);
        ImportView again = get(database, checked.id());
        assertThat(again.state()).isEqualTo(ImportState.CHECKED);
        assertThat(again.problem()).isEqualTo("import.rows.changed");
        assertThat(again.bad()).isOne();
        assertThat(faults(database, again.id()))
                .containsExactly(new FaultView(2501, "product", "intake.product.unknown", List.of("ALL-2499")));
        assertThat(count(database, PRICES_OF_ALL)).isZero();
        start(database, again, false);
        work(database);
        assertThat(get(database, again.id()).state()).isEqualTo(ImportState.DONE);
        assertThat(count(database, PRICES_OF_ALL)).isEqualTo(2499);
    }

    @ParameterizedTest
    @EnumSource
    void allOrNothingPutsAllInOneTransaction(Database database) {
        ImportView checked = checked(database, ImportKind.PRODUCTS, products("ONE", 2100));
        start(database, checked, true);
        work(database);
        ImportView done = get(database, checked.id());
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.percent()).isEqualTo(100);
        assertThat(done.added()).isEqualTo(2100);
        assertThat(products(database, "ONE-")).isEqualTo(2100);
        if (database == Database.POSTGRESQL) {
            assertThat(count(database, "select count(distinct xmin::text) from product where number like 'ONE-%'"))
                    .isOne();
        }
    }

    /** The server dies after some steps; the next one goes on after the last that was committed, and does none twice. */
    @ParameterizedTest
    @EnumSource
    void aRestartGoesOnWhereItWas(Database database) {
        ImportView checked = checked(database, ImportKind.PRODUCTS, products("RES", 3500));
        start(database, checked, false);
        ImportSteps steps = database.rooms().get(ImportSteps.class);
        Due due = SYSTEM.call(steps::next).orElseThrow();
        assertThat(due.id()).isEqualTo(checked.id());
        try (CsvFile file = SYSTEM.call(() -> steps.open(due))) {
            var first = file.next(ImportSteps.CHUNK);
            assertThat(SYSTEM.call(() -> steps.importGood(due, 0, first))).isTrue();
            var second = file.next(ImportSteps.CHUNK);
            assertThat(SYSTEM.call(() -> steps.importGood(due, 1000, second))).isTrue();
            // whoever had not heard of that does nothing
            assertThat(SYSTEM.call(() -> steps.importGood(due, 1000, second))).isFalse();
        }
        ImportView half = get(database, checked.id());
        assertThat(half.state()).isEqualTo(ImportState.IMPORTING);
        assertThat(half.done()).isEqualTo(2000);
        assertThat(products(database, "RES-")).isEqualTo(2000);
        work(database);
        ImportView done = get(database, checked.id());
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.done()).isEqualTo(3500);
        assertThat(done.added()).isEqualTo(3500);
        assertThat(done.same()).isZero();
        assertThat(count(database, "select max(version) from product where number like 'RES-%'"))
                .isOne();
        assertThat(SYSTEM.call(steps::next)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ofManyFaultsTheFirstThousandAreKeptAndAllAreCounted(Database database) {
        String rows =
                IntStream.range(0, 1300).mapToObj(n -> "BAD-" + n + ",,,\n").collect(Collectors.joining());
        ImportView checked = checked(database, ImportKind.PRODUCTS, HEADER + rows);
        assertThat(checked.bad()).isEqualTo(1300);
        assertThat(checked.faults()).isEqualTo(3900);
        assertThat(count(database, "select count(*) from import_fault where job_id = " + checked.id()))
                .isEqualTo(1000);
        assertRefused("import.rows.none", () -> start(database, checked, false));
        ImportView discarded = ADMIN.call(() -> imports(database).discard(checked.id(), checked.version()));
        assertThat(discarded.state()).isEqualTo(ImportState.DISCARDED);
        assertThat(count(database, "select count(*) from import_file where job_id = " + checked.id()))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aFileWithACardNumberIsNotKept(Database database) {
        long before = count(database, "select count(*) from import_file");
        assertRefused(
                "import.file.card",
                () -> upload(database, ImportKind.PRODUCTS, HEADER + "A-1,4111 1111 1111 1111,x,KITCHEN\n"));
        assertRefused("import.file.empty", () -> upload(database, ImportKind.PRODUCTS, HEADER));
        assertThat(count(database, "select count(*) from import_file")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void largeFilesAreKeptWholeAndLargerOnesAreRefused(Database database) {
        String row = "x".repeat(119) + ",";
        byte[] most = new byte[Imports.MOST_BYTES + 1];
        assertRefused(
                "import.file.large", () -> ADMIN.call(() -> imports(database).upload(ImportKind.STOCK, "a.csv", most)));
        String large = HEADER
                + IntStream.range(0, 60_000)
                        .mapToObj(n -> "BIG-" + n + ',' + row + row + "KITCHEN\n")
                        .collect(Collectors.joining());
        ImportView uploaded = upload(database, ImportKind.PRODUCTS, large);
        assertThat(uploaded.rows()).isEqualTo(60_000);
        assertThat(count(database, "select length(content) from import_file where job_id = " + uploaded.id()))
                .isEqualTo(large.length());
        ADMIN.call(() -> imports(database).discard(uploaded.id(), uploaded.version()));
    }

    @ParameterizedTest
    @EnumSource
    void theHistoryIsPagedTheLastFirst(Database database) {
        ImportView first = upload(database, ImportKind.STOCK, "product;quantity\nMUG-001;5\n");
        ImportView second = upload(database, ImportKind.STOCK, "product;quantity\nMUG-001;5\n");
        assertThat(ADMIN.call(() -> imports(database).list(0, 2)))
                .extracting(ImportView::id)
                .containsExactly(second.id(), first.id());
        assertThat(ADMIN.call(() -> imports(database).list(1, 1)))
                .extracting(ImportView::id)
                .containsExactly(first.id());
        assertThat(ADMIN.call(() -> imports(database).count())).isGreaterThanOrEqualTo(2);
        for (ImportView view : List.of(first, second)) {
            ADMIN.call(() -> imports(database).discard(view.id(), view.version()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExampleOfEachKindIsGood(Database database) throws IOException {
        for (ImportKind kind : ImportKind.values()) {
            Path example = Path.of(
                    "..",
                    "web",
                    "src",
                    "main",
                    "webapp",
                    "administration",
                    "examples",
                    kind.name().toLowerCase(Locale.ROOT) + ".csv");
            ImportView checked = checked(database, kind, Files.readString(example));
            assertThat(faults(database, checked.id())).as(kind.name()).isEmpty();
            ADMIN.call(() -> imports(database).discard(checked.id(), checked.version()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void adminsDecideAndTheSystemWorks(Database database) {
        for (Caller other : List.of(as("anna.schmidt", Role.AGENT), as("petra.lindner", Role.SUPERVISOR), SYSTEM)) {
            assertThatThrownBy(() -> other.call(() -> imports(database).list(0, 1)))
                    .isInstanceOf(EJBAccessException.class);
        }
        for (Caller other : List.of(as("anna.schmidt", Role.AGENT), as("petra.lindner", Role.SUPERVISOR), ADMIN)) {
            assertThatThrownBy(() -> other.call(
                            () -> database.rooms().get(ImportSteps.class).next()))
                    .isInstanceOf(EJBAccessException.class);
        }
    }

    private static String products(String prefix, int rows) {
        return HEADER
                + IntStream.range(0, rows)
                        .mapToObj(n -> prefix + '-' + n + ",Thing " + n + ",Ding " + n + ",KITCHEN\n")
                        .collect(Collectors.joining());
    }

    private static void put(Database database, String products) {
        start(database, checked(database, ImportKind.PRODUCTS, products), true);
        work(database);
    }

    private static ImportView checked(Database database, ImportKind kind, String text) {
        ImportView uploaded = upload(database, kind, text);
        work(database);
        ImportView checked = get(database, uploaded.id());
        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        return checked;
    }

    private static ImportView upload(Database database, ImportKind kind, String text) {
        return ADMIN.call(
                () -> imports(database).upload(kind, "C:\\files\\test.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ImportView start(Database database, ImportView view, boolean whole) {
        return ADMIN.call(() -> imports(database).start(view.id(), view.version(), whole));
    }

    private static ImportView get(Database database, long id) {
        return ADMIN.call(() -> imports(database).get(id));
    }

    private static List<FaultView> faults(Database database, long id) {
        return ADMIN.call(() -> imports(database).faults(id, 0, 200));
    }

    private static void work(Database database) {
        SYSTEM.run(() -> database.rooms().get(ImportTimer.class).work());
    }

    private static Imports imports(Database database) {
        return database.rooms().get(Imports.class);
    }

    private static long products(Database database, String prefix) {
        return count(database, "select count(*) from product where number like '" + prefix + "%'");
    }

    private static long count(Database database, String sql) {
        return database.rooms().query(em -> ((Number) em.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private static void change(Database database, String sql) {
        database.rooms().query(em -> {
            em.getTransaction().begin();
            int rows = em.createNativeQuery(sql).executeUpdate();
            em.getTransaction().commit();
            return rows;
        });
    }

    private static void assertRefused(String key, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }
}
