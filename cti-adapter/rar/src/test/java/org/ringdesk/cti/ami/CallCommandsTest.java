package org.ringdesk.cti.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.CtiException.Kind;
import org.ringdesk.cti.Destination;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.fake.FakePbx;

/** Each command is the action that Asterisk knows for it, with these fields and no other. */
class CallCommandsTest {
    private static final String ANNA = "PJSIP/1001-0000002a";
    private static final String JANE = "PJSIP/trunk-00000029";
    private static final Destination COLLEAGUE = new Destination.Number("1002");
    private static final Destination OUTSIDE = new Destination.Number("+493012345678");
    private static final Destination QUEUE = new Destination.Queue("service-de");

    private final Commanding on = new Commanding(Commanding.second());
    private final Commands commands = on.commands;
    private final FakePbx pbx = on.pbx;

    CallCommandsTest() throws IOException {
        // the fields start the PBX
    }

    @AfterEach
    void stop() throws IOException {
        on.close();
    }

    private static Map<String, String> main(String... fields) {
        return fields(FakePbx.USER, fields);
    }

    private static Map<String, String> system(String... fields) {
        return fields(FakePbx.SYSTEM_USER, fields);
    }

    private static Map<String, String> fields(String user, String... fields) {
        Map<String, String> all = new TreeMap<>(Map.of("by", user));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return all;
    }

    @Test
    void hangsUp() {
        commands.calls().hangUp(ANNA);
        assertThat(on.orders()).containsExactly(main("action", "Hangup", "channel", ANNA));
    }

    @Test
    void rejectsAsRejected() {
        commands.calls().reject(ANNA);
        assertThat(on.orders()).containsExactly(main("action", "Hangup", "channel", ANNA, "cause", "21"));
    }

    @Test
    void answersHoldsAndResumesByNotify() {
        commands.phones().answer(ANNA);
        commands.phones().hold(ANNA);
        commands.phones().resume(ANNA);
        assertThat(on.orders())
                .containsExactly(
                        system("action", "PJSIPNotify", "channel", ANNA, "variable", "Event=talk"),
                        system("action", "PJSIPNotify", "channel", ANNA, "variable", "Event=hold"),
                        system("action", "PJSIPNotify", "channel", ANNA, "variable", "Event=talk"));
    }

    @Test
    void mutesWhatComesFromTheChannel() {
        commands.phones().mute(ANNA, true);
        commands.phones().mute(ANNA, false);
        assertThat(on.orders())
                .containsExactly(
                        system("action", "MuteAudio", "channel", ANNA, "direction", "in", "state", "on"),
                        system("action", "MuteAudio", "channel", ANNA, "direction", "in", "state", "off"));
    }

    @Test
    void transfersToANumberAndToAQueue() {
        commands.calls().transfer(ANNA, OUTSIDE);
        commands.calls().transfer(ANNA, QUEUE);
        assertThat(on.orders())
                .containsExactly(
                        main(
                                "action",
                                "BlindTransfer",
                                "channel",
                                ANNA,
                                "context",
                                "from-phones",
                                "exten",
                                "+493012345678"),
                        main(
                                "action",
                                "BlindTransfer",
                                "channel",
                                ANNA,
                                "context",
                                "ringdesk-queues",
                                "exten",
                                "service-de"));
    }

    @Test
    void aTransferToNowhereIsRefusedAndTheCallerKept() {
        pbx.value("DIALPLAN_EXISTS(from-phones,1002,1)", "0");
        assertRefused(() -> commands.calls().transfer(ANNA, COLLEAGUE), "nothing at 1002 in from-phones");
        assertRefused(() -> commands.consults().begin(ANNA, COLLEAGUE), "nothing at 1002 in from-phones");
        pbx.value("QUEUE_EXISTS(service-de)", "0");
        assertRefused(() -> commands.calls().transfer(ANNA, QUEUE), "no queue service-de");
        assertThat(on.orders()).isEmpty();
    }

    @Test
    void aPbxThatCannotSayWhatItKnowsIsBelieved() {
        pbx.answer("GetVar", action -> "Response: Error\r\nMessage: No such variable\r\n\r\n");
        commands.calls().transfer(ANNA, QUEUE);
        assertThat(on.orders()).hasSize(1);
    }

    @Test
    void consultsByAVariableAndTwoFixedExtensions() {
        commands.consults().begin(ANNA, OUTSIDE);
        commands.consults().begin(ANNA, QUEUE);
        assertThat(on.orders())
                .containsExactly(
                        main(
                                "action",
                                "SetVar",
                                "channel",
                                ANNA,
                                "variable",
                                "__RINGDESK_TO",
                                "value",
                                "+493012345678"),
                        main("action", "Atxfer", "channel", ANNA, "context", "ringdesk-consult", "exten", "*92"),
                        main("action", "SetVar", "channel", ANNA, "variable", "__RINGDESK_TO", "value", "service-de"),
                        main("action", "Atxfer", "channel", ANNA, "context", "ringdesk-consult", "exten", "*91"));
    }

    @Test
    void withoutItsContextAConsultationIsRefused() {
        pbx.value("DIALPLAN_EXISTS(ringdesk-consult,*92,1)", "0");
        assertRefused(() -> commands.consults().begin(ANNA, COLLEAGUE), "nothing at *92 in ringdesk-consult");
        assertThat(on.orders()).isEmpty();
    }

    @Test
    void drivesAConsultationByTheTransferersKeys() {
        commands.consults().complete(ANNA);
        commands.consults().toggle(ANNA);
        commands.consults().conference(ANNA);
        commands.consults().cancel(ANNA);
        assertThat(on.orders())
                .containsExactly(
                        pressed("*"),
                        pressed("2"),
                        pressed("*"),
                        pressed("4"),
                        pressed("*"),
                        pressed("3"),
                        main("action", "CancelAtxfer", "channel", ANNA));
    }

    private static Map<String, String> pressed(String key) {
        return main("action", "PlayDTMF", "channel", ANNA, "digit", key, "receive", "true");
    }

    @Test
    void digitsGoToWhoeverIsBridged() {
        pbx.value("BRIDGEPEER", JANE);
        commands.calls().sendDigits(ANNA, "1#");
        assertThat(on.orders())
                .containsExactly(
                        main("action", "PlayDTMF", "channel", JANE, "digit", "1"),
                        main("action", "PlayDTMF", "channel", JANE, "digit", "#"));
    }

    @Test
    void digitsForTheDialplanArePressed() {
        commands.calls().sendDigits(ANNA, "7");
        assertThat(on.orders()).containsExactly(pressed("7"));
    }

    @Test
    void inAConferenceOneWhoTakesTheDigitIsEnough() {
        pbx.value("BRIDGEPEER", "Local/*92@ringdesk-consult-00000001;1," + JANE);
        pbx.answer(
                "PlayDTMF",
                action -> JANE.equals(action.text("channel"))
                        ? "Response: Success\r\n\r\n"
                        : "Response: Error\r\nMessage: Channel not found\r\n\r\n");
        commands.calls().sendDigits(ANNA, "5");
        assertThat(pbx.actions("PlayDTMF")).hasSize(2);
        pbx.value("BRIDGEPEER", "Local/*92@ringdesk-consult-00000001;1");
        assertRefused(() -> commands.calls().sendDigits(ANNA, "5"), "Channel not found");
    }

    @Test
    void parksWhoeverIsBridged() {
        pbx.value("BRIDGEPEER", JANE);
        commands.calls().park(ANNA);
        assertThat(on.orders()).containsExactly(main("action", "Park", "channel", JANE));
    }

    @Test
    void parksNobodyAndNotTwo() {
        assertRefused(() -> commands.calls().park(ANNA), "Nobody is bridged");
        pbx.value("BRIDGEPEER", JANE + ",PJSIP/1002-00000001");
        assertRefused(() -> commands.calls().park(ANNA), "More than one");
        assertThat(on.orders()).isEmpty();
    }

    @Test
    void dialsUnderAnIdOfOurOwn() {
        CallId call = commands.dials().dial("PJSIP/1001", "+493012345", "+493023125100", false);
        String id = pbx.actions("Originate").get(0).text("channelid", "");
        assertThat(call).isEqualTo(CallId.of(new PbxId("main"), id));
        assertThat(on.orders())
                .containsExactly(originate(id, "from-phones", "+493012345", "callerid", "+493023125100"));
    }

    @Test
    void whoHasJustClickedNeedNotPickUp() {
        commands.dials().dial("PJSIP/1001", "1002", null, true);
        String variables = pbx.actions("Originate").get(0).text("variable", "");
        assertThat(variables.split("\n"))
                .hasSize(4)
                .contains(
                        "PJSIP_HEADER(add,Call-Info)=<sip:127.0.0.1>;answer-after=0",
                        "PJSIP_HEADER(add,Alert-Info)=<http://127.0.0.1>;info=alert-autoanswer;delay=0",
                        "PJSIP_HEADER(add,Answer-Mode)=Auto");
    }

    @Test
    void takesACallFromAParkingPlace() {
        CallId call = commands.dials().retrieve("PJSIP/1001", "701", false);
        String id = pbx.actions("Originate").get(0).text("channelid", "");
        assertThat(call).isEqualTo(CallId.of(new PbxId("main"), id));
        assertThat(on.orders()).containsExactly(originate(id, "from-phones", "701"));
    }

    @Test
    void anEmptyParkingPlaceIsRefusedBeforeThePhoneRings() {
        pbx.value("DIALPLAN_EXISTS(from-phones,701,1)", "0");
        assertRefused(() -> commands.dials().retrieve("PJSIP/1001", "701", true), "nothing at 701");
        assertThat(on.orders()).isEmpty();
    }

    @Test
    void picksUpWhatRingsElsewhere() {
        commands.dials().pickUp("PJSIP/1001", "PJSIP/1002", false);
        String id = pbx.actions("Originate").get(0).text("channelid", "");
        assertThat(on.orders()).containsExactly(originate(id, "ringdesk-pickup", "1002"));
    }

    private static Map<String, String> originate(String id, String context, String exten, String... more) {
        Map<String, String> fields = main(
                "action", "Originate", "channel", "PJSIP/1001", "context", context, "exten", exten, "priority", "1");
        fields.putAll(
                Map.of("timeout", "30000", "async", "true", "channelid", id, "variable", "__RINGDESK_CALL=" + id));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private static void assertRefused(ThrowingCallable command, String words) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        CtiException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                .hasMessageContaining(words);
    }
}
