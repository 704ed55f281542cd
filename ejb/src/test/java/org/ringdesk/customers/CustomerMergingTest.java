package org.ringdesk.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.DE;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.calls.CallHistory;
import org.ringdesk.calls.store.CustomersCalls;
import org.ringdesk.orders.OrderHistory;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderSummary;
import org.ringdesk.orders.OrdersOfMerged;
import org.ringdesk.orders.Selling;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;

class CustomerMergingTest {
    private static final Caller PETRA = as("petra.lindner", Role.SUPERVISOR);
    private static final Caller MIRIAM = as("miriam.vogel", Role.AGENT, Role.MERGING);

    @ParameterizedTest
    @EnumSource
    void everythingGoesToTheOneThatIsKeptAndBackAgain(Database database) {
        Stage stage = new Stage(database);
        CustomerView kept = stage.someone();
        CustomerView twin = stage.someone();
        OrderNumber order = stage.order(twin);
        stage.call(twin);
        ANNA.call(() -> stage.file.note(twin.number(), "of the twin"));

        CustomerView one = MIRIAM.call(() -> stage.merging.merge(kept.number(), twin.number()));
        assertThat(one.number()).isEqualTo(kept.number());
        assertThat(one.phones())
                .containsExactly(kept.phones().get(0), twin.phones().get(0));
        assertThat(one.addresses()).hasSize(2);
        assertThat(stage.orders(one)).extracting(OrderSummary::number).containsExactly(order);
        assertThat(ANNA.call(() -> stage.calls.of(kept.number(), 10))).hasSize(1);
        CustomerDetails details = ANNA.call(() -> stage.file.details(twin.number()));
        assertThat(details.customer()).isEqualTo(one);
        assertThat(details.notes()).extracting(CustomerDetails.Note::text).containsExactly("of the twin");
        assertThat(details.merges()).extracting(CustomerDetails.Merged::number).containsExactly(twin.number());
        for (String words : List.of(
                kept.number().value(),
                twin.number().value(),
                twin.lastName(),
                twin.phones().get(0).e164())) {
            assertThat(ANNA.call(() -> stage.desk.search(words, 10))).as(words).containsExactly(one);
        }
        assertThat(ANNA.call(() -> stage.desk.withPhone(twin.phones().get(0)))).containsExactly(one);
        assertThat(ANNA.call(() -> stage.desk.get(twin.number()))).isEqualTo(one);

        CustomerView again =
                PETRA.call(() -> stage.merging.unmerge(details.merges().get(0).id()));
        assertThat(again).isEqualTo(twin);
        assertThat(ANNA.call(() -> stage.desk.get(kept.number()))).isEqualTo(kept);
        assertThat(ANNA.call(() -> stage.desk.search(twin.number().value(), 10)))
                .containsExactly(twin);
        assertThat(ANNA.call(() -> stage.desk.withPhone(twin.phones().get(0)))).containsExactly(twin);
        assertThat(stage.orders(twin)).extracting(OrderSummary::number).containsExactly(order);
        assertThat(stage.orders(kept)).isEmpty();
        assertThat(ANNA.call(() -> stage.calls.of(twin.number(), 10))).hasSize(1);
        assertThat(ANNA.call(() -> stage.file.details(kept.number())).merges()).isEmpty();
        refused(
                "customer.merge.undone",
                () -> stage.merging.unmerge(details.merges().get(0).id()));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasOrderedAfterwardsStaysWithTheOneThatIsKept(Database database) {
        Stage stage = new Stage(database);
        CustomerView kept = stage.someone();
        CustomerView twin = stage.someone();
        OrderNumber before = stage.order(twin);
        MIRIAM.call(() -> stage.merging.merge(kept.number(), twin.number()));
        CustomerView asked = ANNA.call(() -> stage.desk.get(twin.number()));
        assertThat(ANNA.call(() -> stage.selling.entry().start(DE, twin.number(), null))
                        .number())
                .as("the draft that came along is taken up")
                .isEqualTo(before);
        stage.discard(before);
        OrderNumber after = stage.order(asked);
        MIRIAM.call(() -> stage.merging.unmerge(stage.merge(kept)));
        assertThat(stage.orders(twin)).extracting(OrderSummary::number).containsExactly(before);
        assertThat(stage.orders(kept)).extracting(OrderSummary::number).containsExactly(after);
    }

    @ParameterizedTest
    @EnumSource
    void aNumberBothHaveStaysWithBoth(Database database) {
        Stage stage = new Stage(database);
        CustomerView kept = stage.someone();
        CustomerView twin = stage.registered(kept.phones().get(0));
        assertThat(twin.number()).isNotEqualTo(kept.number());
        CustomerView one = MIRIAM.call(() -> stage.merging.merge(kept.number(), twin.number()));
        assertThat(one.phones()).isEqualTo(kept.phones());
        assertThat(ANNA.call(() -> stage.desk.withPhone(kept.phones().get(0)))).containsExactly(one);
        assertThat(MIRIAM.call(() -> stage.merging.unmerge(stage.merge(kept)))).isEqualTo(twin);
        assertThat(ANNA.call(() -> stage.desk.withPhone(kept.phones().get(0)))).containsExactly(kept, twin);
    }

    @ParameterizedTest
    @EnumSource
    void chainsAreTakenBackFromTheEnd(Database database) {
        Stage stage = new Stage(database);
        CustomerView a = stage.someone();
        CustomerView b = stage.someone();
        CustomerView c = stage.someone();
        MIRIAM.call(() -> stage.merging.merge(b.number(), a.number()));
        long first = stage.merge(b);
        CustomerView all = MIRIAM.call(() -> stage.merging.merge(c.number(), b.number()));
        assertThat(all.phones()).hasSize(3);
        for (CustomerView one : List.of(a, b, c)) {
            assertThat(ANNA.call(() -> stage.desk.get(one.number()))).isEqualTo(all);
            assertThat(ANNA.call(() -> stage.desk.search(one.number().value(), 5)))
                    .containsExactly(all);
        }
        refused("customer.merge.same", () -> stage.merging.merge(a.number(), b.number()));
        refused("customer.merge.later", () -> stage.merging.unmerge(first));
        CustomerView two = MIRIAM.call(() -> stage.merging.unmerge(stage.merge(c)));
        assertThat(two.number()).isEqualTo(b.number());
        assertThat(ANNA.call(() -> stage.desk.get(a.number()))).isEqualTo(two);
        assertThat(MIRIAM.call(() -> stage.merging.unmerge(first))).isEqualTo(a);
        assertThat(ANNA.call(() -> stage.desk.get(b.number()))).isEqualTo(b);
        assertThat(ANNA.call(() -> stage.desk.get(c.number()))).isEqualTo(c);
    }

    @ParameterizedTest
    @EnumSource
    void itTakesASupervisorOrTheRight(Database database) {
        Stage stage = new Stage(database);
        CustomerView kept = stage.someone();
        CustomerView twin = stage.someone();
        assertThatThrownBy(() -> ANNA.call(() -> stage.merging.merge(kept.number(), twin.number())))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> ANNA.call(() -> stage.merging.unmerge(1))).isInstanceOf(EJBAccessException.class);
        assertThat(ANNA.call(() -> stage.file.details(kept.number())).mayMerge())
                .isFalse();
        assertThat(MIRIAM.call(() -> stage.file.details(kept.number())).mayMerge())
                .isTrue();
        refused("customer.merge.same", () -> stage.merging.merge(kept.number(), kept.number()));
        refused("customer.unknown", () -> stage.merging.merge(kept.number(), new CustomerNumber("C99999")));
        refused("customer.merge.undone", () -> stage.merging.unmerge(1));
    }

    @ParameterizedTest
    @EnumSource
    void aWarningIsNotLost(Database database) {
        Stage stage = new Stage(database);
        CustomerView kept = stage.someone();
        CustomerView twin = stage.someone();
        CustomerDetails read = ANNA.call(() -> stage.file.details(twin.number()));
        ANNA.call(() -> stage.file.edit(
                twin.number(),
                CustomerFileTest.edit(
                        read,
                        e -> new CustomerEdit(
                                e.version(),
                                e.firstName(),
                                e.lastName(),
                                e.company(),
                                e.email(),
                                e.language(),
                                "Only against prepayment",
                                e.phones(),
                                e.addresses()))));
        CustomerView one = PETRA.call(() -> stage.merging.merge(kept.number(), twin.number()));
        assertThat(one.alert()).isEqualTo("Only against prepayment");
    }

    private static void refused(String key, Supplier<?> work) {
        assertThatThrownBy(() -> MIRIAM.call(work::get))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
    }

    /** Customers of whom no other test knows, and what the rooms downstream keep of them. */
    private static final class Stage {
        private final Selling selling;
        private final Rooms rooms;
        private final CustomerDesk desk;
        private final CustomerFile file;
        private final CustomerMerging merging;
        private final CallHistory calls;

        Stage(Database database) {
            selling = new Selling(database);
            rooms = selling.rooms();
            desk = rooms.get(CustomerDesk.class);
            file = rooms.get(CustomerFile.class);
            merging = rooms.get(CustomerMerging.class);
            calls = rooms.get(CallHistory.class);
            rooms.get(OrdersOfMerged.class);
            rooms.get(CustomersCalls.class);
        }

        CustomerView someone() {
            return CustomerFileTest.someone(rooms).customer();
        }

        CustomerView registered(PhoneNumber phone) {
            String name = "Twin " + Selling.newName();
            return ANNA.call(() -> desk.register(
                    new NewCustomer("Jorg", name, null, null, phone.e164(), "de", "Weg 1", "10117", "Berlin", "DE")));
        }

        OrderNumber order(CustomerView customer) {
            return ANNA.call(() -> selling.entry().start(DE, customer.number(), null))
                    .number();
        }

        void discard(OrderNumber order) {
            ANNA.run(() ->
                    selling.entry().discard(order, selling.entry().get(order).version()));
        }

        List<OrderSummary> orders(CustomerView customer) {
            return ANNA.call(() -> rooms.get(OrderHistory.class).recent(customer.id(), 10));
        }

        /** The one merge into the customer. */
        long merge(CustomerView kept) {
            return ANNA.call(() -> file.details(kept.number())).merges().get(0).id();
        }

        void call(CustomerView customer) {
            rooms.query(em -> {
                em.getTransaction().begin();
                em.createNativeQuery(
                                "insert into call_record (id, pbx, direction, state, withheld, customer, started_at,"
                                        + " muted, last_seq, version) values (?1, 'test', 'INBOUND', 'ENDED', false, ?2,"
                                        + " current_timestamp, false, 1, 1)")
                        .setParameter(1, UUID.randomUUID().toString())
                        .setParameter(2, customer.number().value())
                        .executeUpdate();
                em.getTransaction().commit();
                return true;
            });
        }
    }
}
