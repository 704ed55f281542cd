package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.ringdesk.it.As.as;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.AfterCallMode;
import org.ringdesk.administration.AfterCallRule;
import org.ringdesk.administration.MissedCallRule;
import org.ringdesk.administration.QueueView;
import org.ringdesk.administration.Queues;
import org.ringdesk.administration.TelephonyRules;
import org.ringdesk.agents.AfterCallPhase;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.AgentState;
import org.ringdesk.agents.AgentView;
import org.ringdesk.agents.Notice;
import org.ringdesk.agents.PauseReason;
import org.ringdesk.agents.Phone;
import org.ringdesk.agents.WrapUpDesk;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.DeviceChanged;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Emily's state as she, the PBX and the time change it, in the server. */
class AgentsIT extends Deployed {
    private static final PbxId PBX = new PbxId("main");
    private static final Leg TRUNK = new Leg("PJSIP/trunk-0000000a", "1.9", "PJSIP/trunk");
    private static final Leg EMILY = new Leg("PJSIP/1041-0000000a", "2.9", "PJSIP/1041");
    private static final String QUEUE = "orders-uk";

    /** The call is locked, and then read with whose phones ring. */
    private static final int MOST_FOR_A_TALK = 11;

    @Inject
    private AgentDesk agents;

    @Inject
    private WrapUpDesk work;

    @Inject
    private Queues queues;

    @Inject
    private CallDesk calls;

    @PersistenceUnit(unitName = "../ejb.jar#ringdesk")
    private EntityManagerFactory factory;

    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    private final CallId call = new CallId(UUID.randomUUID());
    private long seq = Instant.now().toEpochMilli();

    @BeforeEach
    void emilySitsAtAnotherPhone() throws Exception {
        rule(AfterCallRule.NONE);
        emily().run(() -> agents.ready("1041"));
    }

    @AfterEach
    void emilyLeaves() throws Exception {
        take(new CallEvent.Ended(PBX, ++seq, Instant.now(), call, null, EndReason.COMPLETED));
        as("petra.lindner", Role.SUPERVISOR).run(() -> agents.free("emily.clarke"));
    }

    @Test
    void theCallComesToWhereSheSitsAndNotToHerOwnPhone() throws Exception {
        rings(new Leg("PJSIP/1004-0000000a", "2.8", "PJSIP/1004"));
        assertThat(me().state()).isEqualTo(AgentState.READY);
        rings(EMILY);
        assertThat(me().state()).isEqualTo(AgentState.RINGING);
        talks();
        assertThat(me().state()).isEqualTo(AgentState.ON_CALL);
        ends();
        assertThat(me().state()).isEqualTo(AgentState.READY);
        assertThat(text("select string_agg(state, ' ' order by id) from (select state, id from agent_transition"
                        + " where login = 'emily.clarke' order by id desc fetch first 3 rows only) last"))
                .isEqualTo("RINGING ON_CALL READY");
    }

    @Test
    void anotherAgentIsRefusedWithHerName() {
        assertThatThrownBy(() -> as("oliver.hughes", Role.AGENT).run(() -> agents.ready("1041")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("agent.extension.taken");
                    assertThat(refusal.arguments()).containsExactly("1041", "Emily Clarke");
                });
    }

    @Test
    void requiredWorkIsFinishedWithItsCodeWhichIsKeptWithTheCall() throws Exception {
        rule(new AfterCallRule(AfterCallMode.REQUIRED, 60, 1, 30, true));
        talks();
        emily().run(() -> agents.pause(PauseReason.LUNCH));
        assertThat(me().next()).isEqualTo(AgentState.PAUSED);
        ends();
        assertThat(me().state()).isEqualTo(AgentState.AFTER_CALL);
        assertThatThrownBy(() -> emily().run(() -> work.finish(null, null))).isInstanceOf(Refusal.class);
        emily().run(() -> work.extend());
        emily().run(() -> work.finish("ORDER", "two lamps"));
        assertThat(me().state()).isEqualTo(AgentState.PAUSED);
        assertThat(me().reason()).isEqualTo(PauseReason.LUNCH);
        assertThat(wrapUp()).isEqualTo("ORDER|two lamps|false");
    }

    @Test
    void aFixedTimeEndsByItselfWithWhatWasTyped() throws Exception {
        rule(new AfterCallRule(AfterCallMode.FIXED, 5, 0, 0, false));
        talks();
        ends();
        emily().run(() -> work.write("QUESTION", "half a sen"));
        assertThat(me().state()).isEqualTo(AgentState.AFTER_CALL);
        await().atMost(Duration.ofSeconds(20)).until(() -> me().state() == AgentState.READY);
        assertThat(wrapUp()).isEqualTo("QUESTION|half a sen|true");
        assertThat(text("select extract(epoch from ended_at - began_at) >= 5 from call_wrap_up where call_id = '" + call
                        + "'"))
                .isIn("t", "true", "TRUE");
    }

    @Test
    void optionalWorkIsOffered() throws Exception {
        rule(new AfterCallRule(AfterCallMode.OPTIONAL, 60, 0, 0, false));
        talks();
        ends();
        AgentView emily = me();
        assertThat(emily.state()).isEqualTo(AgentState.READY);
        assertThat(emily.afterCall()).isNotNull().satisfies(w -> assertThat(w.phase())
                .isEqualTo(AfterCallPhase.OFFERED));
        assertThat(emily().call(() -> work.want()).state()).isEqualTo(AgentState.AFTER_CALL);
        assertThat(emily().call(() -> work.finish("ORDER", null)).state()).isEqualTo(AgentState.READY);
    }

    @Test
    void aMissedCallPausesAndIsTold() throws Exception {
        missedCalls(MissedCallRule.PAUSE);
        try {
            rings(EMILY);
            take(new CallEvent.RingEnded(PBX, ++seq, Instant.now(), call, EMILY, EndReason.NO_ANSWER));
            assertThat(me().state()).isEqualTo(AgentState.PAUSED);
            assertThat(me().reason()).isEqualTo(PauseReason.MISSED_CALL);
            assertThat(me().notice()).isNotNull().satisfies(n -> assertThat(n.kind())
                    .isEqualTo(Notice.Kind.MISSED_CALL));
        } finally {
            missedCalls(MissedCallRule.STAY_READY);
        }
    }

    @Test
    void aPhoneThatIsGoneMakesHerUnreachable() throws Exception {
        take(new DeviceChanged(PBX, ++seq, Instant.now(), "PJSIP/1041", false));
        assertThat(me().state()).isEqualTo(AgentState.UNREACHABLE);
        take(new DeviceChanged(PBX, ++seq, Instant.now(), "PJSIP/1041", true));
        assertThat(me().state()).isEqualTo(AgentState.READY);
    }

    @Test
    void anAnswerTakesFewStatements() throws Exception {
        rule(new AfterCallRule(AfterCallMode.REQUIRED, 60, 1, 30, false));
        rings(EMILY);
        try (Statements statements = new Statements(factory)) {
            take(new CallEvent.Talking(PBX, ++seq, Instant.now(), call, TRUNK, EMILY));
            assertThat(statements.seen()).isNotEmpty().hasSizeLessThanOrEqualTo(MOST_FOR_A_TALK);
        }
    }

    @Test
    void onlyAnAdminSetsTheRules() {
        assertThatThrownBy(() -> as("petra.lindner", Role.SUPERVISOR)
                        .run(() -> queues.save(QUEUE, "Mine", AfterCallRule.NONE, "", 1)))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> emily().run(() -> agents.at(List.of(new Phone(PBX, "PJSIP/1041")))))
                .isInstanceOf(EJBAccessException.class);
    }

    private static As emily() {
        return as("emily.clarke", Role.AGENT);
    }

    private AgentView me() throws Exception {
        return emily().call(() -> agents.me());
    }

    private void rule(AfterCallRule rule) throws Exception {
        As katrin = as("katrin.brandt", Role.ADMIN);
        QueueView now = katrin.call(() -> queues.get(QUEUE));
        katrin.run(() -> queues.save(QUEUE, now.name(), rule, "", now.version()));
    }

    private void missedCalls(MissedCallRule rule) throws Exception {
        As katrin = as("katrin.brandt", Role.ADMIN);
        TelephonyRules now = katrin.call(() -> queues.telephony());
        katrin.run(() -> queues.save(now.grace(), rule, now.version()));
    }

    private void rings(Leg target) throws Exception {
        Caller caller = new Caller("+442079460042", null, false);
        take(new CallEvent.Ringing(
                PBX, ++seq, Instant.now(), call, TRUNK, List.of(target), caller, "442079460100", QUEUE));
    }

    private void talks() throws Exception {
        rings(EMILY);
        take(new CallEvent.Talking(PBX, ++seq, Instant.now(), call, TRUNK, EMILY));
    }

    private void ends() throws Exception {
        take(new CallEvent.Ended(PBX, ++seq, Instant.now(), call, TRUNK, EndReason.COMPLETED));
    }

    private void take(CtiEvent event) throws Exception {
        as("telephony", Role.TELEPHONY).run(() -> calls.take(List.of(event)));
    }

    private String wrapUp() throws SQLException {
        return text(
                "select code || '|' || coalesce(note, '') || '|' || case when timed_out then 'true' else 'false' end"
                        + " from call_wrap_up where call_id = '" + call + "'");
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            assertThat(row.next()).as(sql).isTrue();
            return row.getString(1);
        }
    }
}
