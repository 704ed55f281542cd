package org.ringdesk.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.testing.Caller.as;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.administration.store.Changes;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;

/** A request with a key is done once, whatever happens to it. */
class RequestsTest {
    private static final Caller SHIPIT = as("system:shipit", Role.FULFILMENT);
    private static final Answer DONE = new Answer(200, "{\"done\":true}");

    private final String key = UUID.randomUUID().toString();
    private final String rule = key.substring(0, 30);

    @ParameterizedTest
    @EnumSource
    void theSecondTimeTheFirstAnswerIsGiven(Database database) {
        Rooms rooms = database.rooms();
        assertThat(ask(rooms, "a", work(rooms, DONE))).isEqualTo(DONE);
        assertThat(ask(rooms, "a", work(rooms, new Answer(200, "other")))).isEqualTo(DONE);
        assertThat(done(rooms)).isEqualTo(1);
        refused("request.other", () -> ask(rooms, "b", work(rooms, DONE)));
        Answer other = as("system:other", Role.FULFILMENT)
                .call(() -> rooms.get(Requests.class).answer(key, "b", work(rooms, DONE)));
        assertThat(other).as("keys are each system's own").isEqualTo(DONE);
        assertThat(done(rooms)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalLeavesNothingAndIsGivenAgain(Database database) {
        Rooms rooms = database.rooms();
        Answer no = new Answer(422, "{\"key\":\"no\"}");
        assertThat(ask(rooms, "a", work(rooms, no))).isEqualTo(no);
        assertThat(ask(rooms, "a", work(rooms, DONE))).isEqualTo(no);
        assertThat(done(rooms)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatFailedIsDoneTheNextTime(Database database) {
        Rooms rooms = database.rooms();
        assertThat(ask(rooms, "a", work(rooms, new Answer(503, "{}"))).status()).isEqualTo(503);
        assertThatThrownBy(() -> ask(rooms, "a", () -> {
                    throw new IllegalStateException("As if the server had been killed");
                }))
                .hasRootCauseMessage("As if the server had been killed");
        assertThat(done(rooms)).isZero();
        assertThat(ask(rooms, "a", work(rooms, DONE))).isEqualTo(DONE);
        assertThat(done(rooms)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whileTheFirstIsBeingDoneTheSecondIsTurnedAway(Database database) throws Exception {
        Rooms rooms = database.rooms();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> ask(rooms, "a", () -> {
            begun.countDown();
            await(go);
            return work(rooms, DONE).get();
        }));
        await(begun);
        refused("request.running", () -> ask(rooms, "a", work(rooms, DONE)));
        refused("request.running", () -> ask(rooms, "b", work(rooms, DONE)));
        go.countDown();
        assertThat(first.get()).isEqualTo(DONE);
        assertThat(ask(rooms, "a", work(rooms, DONE))).isEqualTo(DONE);
        assertThat(done(rooms)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void oldOnesAreForgotten(Database database) {
        Rooms rooms = database.rooms();
        ask(rooms, "a", work(rooms, DONE));
        rooms.clock().forward(Duration.ofHours(25));
        as("timer", Role.SYSTEM).call(() -> rooms.get(RequestSteps.class).forgetOld());
        assertThat(ask(rooms, "a", work(rooms, new Answer(200, "again")))).isEqualTo(DONE);
        rooms.clock().forward(Duration.ofHours(24));
        as("timer", Role.SYSTEM).call(() -> rooms.get(RequestSteps.class).forgetOld());
        assertThat(ask(rooms, "b", work(rooms, new Answer(200, "again"))).body())
                .isEqualTo("again");
    }

    @ParameterizedTest
    @EnumSource
    void withoutAKeyItIsDoneAsOftenAsAsked(Database database) {
        Rooms rooms = database.rooms();
        for (int i = 0; i < 2; i++) {
            SHIPIT.call(() -> rooms.get(Requests.class).answer(null, "a", work(rooms, DONE)));
        }
        assertThat(done(rooms)).isEqualTo(2);
        for (String bad : List.of("", "a b", "ä", "x".repeat(101))) {
            refused(
                    "request.key",
                    () -> SHIPIT.call(() -> rooms.get(Requests.class).answer(bad, "a", work(rooms, DONE))));
        }
    }

    private Answer ask(Rooms rooms, String fingerprint, Supplier<Answer> work) {
        return SHIPIT.call(() -> rooms.get(Requests.class).answer(key, fingerprint, work));
    }

    /** Leaves a trace in the database. */
    private Supplier<Answer> work(Rooms rooms, Answer answer) {
        return () -> {
            rooms.get(Changes.class).add("test", rule, new RuleChange(Instant.EPOCH, "test", "done", "", "yes"));
            return answer;
        };
    }

    private int done(Rooms rooms) {
        return rooms.get(Changes.class).of("test", rule, 10).size();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(String key, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }
}
