package org.ringdesk.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;

/** Keys of other systems: made by admins, shown once, found by their prefix, kept as a hash. */
class ApiKeysTest {
    private static final Caller KATRIN = as("katrin.brandt", Role.ADMIN);

    @ParameterizedTest
    @EnumSource
    void theSecretIsShownOnceAndKeptAsAHash(Database database) {
        Rooms rooms = database.rooms();
        ApiKeys keys = rooms.get(ApiKeys.class);
        IssuedKey issued = KATRIN.call(() -> keys.create("shipit", Set.of(Role.FULFILMENT, Role.ORDER_READER), null));
        assertThat(issued.secret()).matches("rd_[a-z2-9]{8}_[A-Za-z0-9_-]{43}");
        assertThat(issued.toString()).doesNotContain(issued.secret());
        ApiKeyView listed = find(keys, issued);
        assertThat(listed).isEqualTo(issued.key());
        assertThat(listed.scopes()).containsExactly(Role.FULFILMENT, Role.ORDER_READER);
        assertThat(listed.createdBy()).isEqualTo("Katrin Brandt");
        assertThat(listed.isActive()).isTrue();
        Object[] row = (Object[]) rooms.query(em -> em.createNativeQuery(
                        "select secret_hash, prefix, system_name from api_key where id = " + listed.id())
                .getSingleResult());
        assertThat((String) row[0]).matches("[0-9a-f]{64}");
        assertThat(issued.secret()).startsWith((String) row[1]);
        assertThat(row).doesNotContain(issued.secret());
    }

    @ParameterizedTest
    @EnumSource
    void aKeyEndsOrIsRevoked(Database database) {
        Rooms rooms = database.rooms();
        ApiKeys keys = rooms.get(ApiKeys.class);
        Instant end = rooms.clock().instant().plus(Duration.ofMinutes(1));
        IssuedKey issued = KATRIN.call(() -> keys.create("erp", Set.of(Role.CATALOG_FEED), end));
        rooms.clock().forward(Duration.ofMinutes(1));
        assertThat(find(keys, issued).state()).isEqualTo(ApiKeyState.ENDED);
        KATRIN.run(() -> keys.revoke(issued.key().id()));
        ApiKeyView revoked = find(keys, issued);
        assertThat(revoked.state()).isEqualTo(ApiKeyState.REVOKED);
        assertThat(revoked.revokedBy()).isEqualTo("Katrin Brandt");
        rooms.clock().forward(Duration.ofMinutes(1));
        KATRIN.run(() -> keys.revoke(issued.key().id()));
        assertThat(find(keys, issued)).as("revoked again").isEqualTo(revoked);
        List<RuleChange> changes = KATRIN.call(
                () -> rooms.get(ChangeLog.class).of("api-key", issued.key().prefix()));
        assertThat(changes).extracting(RuleChange::field).containsExactly("revoked", "system", "scopes", "ends");
        assertThat(changes.get(0).who()).isEqualTo("Katrin Brandt");
        refused("apikey.unknown", () -> KATRIN.run(() -> keys.revoke(-1)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', order-reader, 1, apikey.system",
        "Ship It, order-reader, 1, apikey.system",
        "shipit, '', 1, apikey.scopes",
        "shipit, admin, 1, apikey.scopes",
        "shipit, order-reader, -1, apikey.end",
        "shipit, order-reader, 0, apikey.end",
    })
    void whatIsNoKey(String system, String scope, int days, String key) {
        Rooms rooms = Database.H2.rooms();
        ApiKeys keys = rooms.get(ApiKeys.class);
        Set<String> scopes = scope.isEmpty() ? Set.of() : Set.of(scope);
        Instant end = rooms.clock().instant().plus(Duration.ofDays(days));
        refused(key, () -> KATRIN.call(() -> keys.create(system, scopes, end)));
    }

    @Test
    void onlyAdminsMakeThem() {
        ApiKeys keys = Database.H2.rooms().get(ApiKeys.class);
        for (Caller other : List.of(as("petra.lindner", Role.SUPERVISOR), as("system:erp", Role.CATALOG_FEED))) {
            assertThatThrownBy(() -> other.call(keys::all)).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> other.call(() -> keys.create("x", Set.of(Role.ORDER_READER), null)))
                    .isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> other.run(() -> keys.revoke(1))).isInstanceOf(EJBAccessException.class);
        }
    }

    private static ApiKeyView find(ApiKeys keys, IssuedKey issued) {
        return KATRIN.call(keys::all).stream()
                .filter(k -> k.id() == issued.key().id())
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String key, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }
}
