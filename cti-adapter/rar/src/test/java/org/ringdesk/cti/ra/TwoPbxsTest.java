package org.ringdesk.cti.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.Ability;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.CtiConnectionFactory;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.CtiException.Kind;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.fake.FakePbx;

/** One adapter with two PBXs: each has its own link, order and command line, and one that is down is no harm to the other. */
class TwoPbxsTest {
    private static final PbxId BERLIN = new PbxId("berlin");
    private static final PbxId LONDON = new PbxId("london");

    private final FakePbx berlin = FakePbx.start();
    private final FakePbx london = FakePbx.start();
    private final Container container = new Container();
    private final RecordingEndpoints endpoints = new RecordingEndpoints();
    private final CtiResourceAdapter adapter = new CtiResourceAdapter();
    private final CtiActivation everything = new CtiActivation();
    private final Map<String, String> second = Map.of(
            "ringdesk.pbx.2.name",
            "london",
            "ringdesk.pbx.2.port",
            String.valueOf(london.port()),
            "ringdesk.pbx.2.password",
            FakePbx.PASSWORD,
            "ringdesk.pbx.2.system-user",
            FakePbx.SYSTEM_USER,
            "ringdesk.pbx.2.system-password",
            FakePbx.SYSTEM_PASSWORD);
    private CtiConnectionFactory connections =
            new PooledConnectionFactory(new CtiManagedConnectionFactory(), container);

    TwoPbxsTest() throws IOException {
        // the fields start the PBXs
    }

    @BeforeEach
    void start() throws Exception {
        adapter.setName("berlin");
        adapter.setPort(String.valueOf(berlin.port()));
        adapter.setPassword(FakePbx.PASSWORD);
        second.forEach(System::setProperty);
        adapter.start(container);
        CtiManagedConnectionFactory factory = new CtiManagedConnectionFactory();
        factory.setResourceAdapter(adapter);
        connections = (CtiConnectionFactory) factory.createConnectionFactory(container);
    }

    @AfterEach
    void stop() throws IOException {
        adapter.endpointDeactivation(endpoints, everything);
        adapter.stop();
        second.keySet().forEach(System::clearProperty);
        berlin.close();
        london.close();
        soon().until(() -> !container.works());
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(15));
    }

    /** As it was told last. */
    private LinkState link(PbxId pbx) {
        return of(pbx).stream()
                .filter(LinkChanged.class::isInstance)
                .map(event -> ((LinkChanged) event).state())
                .reduce((first, last) -> last)
                .orElse(LinkState.CONNECTING);
    }

    private void followBoth() throws Exception {
        adapter.endpointActivation(endpoints, everything);
        soon().until(() -> link(BERLIN) == LinkState.LIVE && link(LONDON) == LinkState.LIVE);
    }

    private static void call(FakePbx pbx, String uid) {
        pbx.event(
                "Newchannel",
                "Channel",
                "PJSIP/trunk-" + uid,
                "ChannelState",
                "4",
                "CallerIDNum",
                "+491701234567",
                "Exten",
                "493023125100",
                "Uniqueid",
                uid,
                "Linkedid",
                uid);
    }

    private List<CtiEvent> of(PbxId pbx) {
        return endpoints.events().stream()
                .filter(event -> event.pbx().equals(pbx))
                .toList();
    }

    private long started(PbxId pbx) {
        return of(pbx).stream().filter(CallEvent.Started.class::isInstance).count();
    }

    @Test
    void eventsOfBothComeEachInItsOrder() throws Exception {
        followBoth();
        for (int i = 1; i <= 200; i++) {
            // the same unique ids: they are another call on another PBX
            call(berlin, "1." + i);
            call(london, "1." + i);
        }
        soon().until(() -> started(BERLIN) == 200 && started(LONDON) == 200);
        for (PbxId pbx : List.of(BERLIN, LONDON)) {
            assertThat(of(pbx)).isSortedAccordingTo(Comparator.comparingLong(CtiEvent::seq));
            assertThat(of(pbx).stream()
                            .filter(CallEvent.Started.class::isInstance)
                            .map(event -> ((CallEvent) event).call()))
                    .startsWith(CallId.of(pbx, "1.1"))
                    .endsWith(CallId.of(pbx, "1.200"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void oneThatGoesDownIsNoHarmToTheOther() throws Exception {
        followBoth();
        london.close();
        soon().until(() -> link(LONDON) == LinkState.CONNECTING);
        call(berlin, "1.1");
        soon().until(() -> started(BERLIN) == 1);
        assertThat(link(BERLIN)).isEqualTo(LinkState.LIVE);
        try (CtiConnection connection = connections.getConnection(BERLIN)) {
            connection.hangUp("PJSIP/1001-00000001");
        }
        assertThat(berlin.actions("Hangup")).hasSize(1);
    }

    @Test
    void commandsGoToTheOneThatIsNamed() {
        try (CtiConnection first = connections.getConnection();
                CtiConnection byName = connections.getConnection(LONDON)) {
            assertThat(first.pbx()).isEqualTo(BERLIN);
            assertThat(byName.pbx()).isEqualTo(LONDON);
            first.hangUp("PJSIP/1001-00000001");
            byName.hangUp("PJSIP/2001-00000001");
            assertThat(berlin.actions("Hangup"))
                    .extracting(action -> action.text("channel"))
                    .containsExactly("PJSIP/1001-00000001");
            assertThat(london.actions("Hangup"))
                    .extracting(action -> action.text("channel"))
                    .containsExactly("PJSIP/2001-00000001");
        }
    }

    @Test
    void eachHasTheAbilitiesOfItsOwnSecondLogin() {
        try (CtiConnection first = connections.getConnection(BERLIN);
                CtiConnection other = connections.getConnection(LONDON)) {
            assertThat(first.abilities()).isEmpty();
            assertThat(other.abilities()).containsExactlyInAnyOrder(Ability.values());
        }
    }

    @Test
    void anUnknownNameIsUnavailable() {
        assertThatThrownBy(() -> connections.getConnection(new PbxId("paris")))
                .isInstanceOfSatisfying(
                        CtiException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContaining("paris");
    }

    @Test
    void aBeanMayFollowOneAlone() throws Exception {
        CtiActivation londonOnly = new CtiActivation();
        londonOnly.setPbx("london");
        adapter.endpointActivation(endpoints, londonOnly);
        soon().until(() -> link(LONDON) == LinkState.LIVE && !of(LONDON).isEmpty());
        assertThat(of(BERLIN)).isEmpty();
    }
}
