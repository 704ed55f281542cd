package org.ringdesk.cti.ami;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringdesk.cti.CtiConnection.Membership;
import org.ringdesk.cti.Destination;

/** Each command with values that are allowed, and what it has to send for any that are: all that, and nothing else. */
record EveryCommand(String name, List<String> values, Sending sending, Wire wire) {
    /** Whoever is bridged with any channel of this PBX. */
    static final String PEER = "PJSIP/trunk-00000029";

    private static final String CHANNEL = "PJSIP/1001-0000002a";
    private static final String DEVICE = "PJSIP/1001";
    private static final String HEADERS = "PJSIP_HEADER(add,";

    interface Sending {
        void send(Commands commands, List<String> values);
    }

    /** The actions, each as its fields; ids of our own making are an asterisk. */
    interface Wire {
        List<Map<String, String>> actions(List<String> values);
    }

    static List<EveryCommand> all() {
        List<EveryCommand> all = new ArrayList<>(calls());
        all.addAll(consults());
        all.addAll(dials());
        all.addAll(queues());
        all.addAll(phones());
        return all;
    }

    private static List<EveryCommand> calls() {
        return List.of(
                new EveryCommand(
                        "hangUp",
                        List.of(CHANNEL),
                        (on, v) -> on.calls().hangUp(v.get(0)),
                        v -> List.of(action("Hangup", "channel", v.get(0)))),
                new EveryCommand(
                        "reject",
                        List.of(CHANNEL),
                        (on, v) -> on.calls().reject(v.get(0)),
                        v -> List.of(action("Hangup", "channel", v.get(0), "cause", "21"))),
                new EveryCommand(
                        "transfer to a number",
                        List.of(CHANNEL, "+493012345678"),
                        (on, v) -> on.calls().transfer(v.get(0), new Destination.Number(v.get(1))),
                        v -> List.of(
                                exists("from-phones", v.get(1)),
                                action(
                                        "BlindTransfer",
                                        "channel",
                                        v.get(0),
                                        "context",
                                        "from-phones",
                                        "exten",
                                        v.get(1)))),
                new EveryCommand(
                        "transfer to a queue",
                        List.of(CHANNEL, "orders-de"),
                        (on, v) -> on.calls().transfer(v.get(0), new Destination.Queue(v.get(1))),
                        v -> List.of(
                                action("GetVar", "variable", "QUEUE_EXISTS(" + v.get(1) + ")"),
                                exists("ringdesk-queues", v.get(1)),
                                action(
                                        "BlindTransfer",
                                        "channel",
                                        v.get(0),
                                        "context",
                                        "ringdesk-queues",
                                        "exten",
                                        v.get(1)))),
                new EveryCommand(
                        "sendDigits",
                        List.of(CHANNEL, "1"),
                        (on, v) -> on.calls().sendDigits(v.get(0), v.get(1)),
                        v -> {
                            List<Map<String, String>> actions = new ArrayList<>();
                            for (String digit : v.get(1).split("")) {
                                actions.add(bridged(v.get(0)));
                                actions.add(action("PlayDTMF", "channel", PEER, "digit", digit));
                            }
                            return actions;
                        }),
                new EveryCommand(
                        "park",
                        List.of(CHANNEL),
                        (on, v) -> on.calls().park(v.get(0)),
                        v -> List.of(bridged(v.get(0)), action("Park", "channel", PEER))));
    }

    private static List<EveryCommand> consults() {
        return List.of(
                new EveryCommand(
                        "consult a number",
                        List.of(CHANNEL, "1002"),
                        (on, v) -> on.consults().begin(v.get(0), new Destination.Number(v.get(1))),
                        v -> consult(v, exists("from-phones", v.get(1)), "*92")),
                new EveryCommand(
                        "consult a queue",
                        List.of(CHANNEL, "orders-de"),
                        (on, v) -> on.consults().begin(v.get(0), new Destination.Queue(v.get(1))),
                        v -> {
                            List<Map<String, String>> actions = new ArrayList<>();
                            actions.add(action("GetVar", "variable", "QUEUE_EXISTS(" + v.get(1) + ")"));
                            actions.addAll(consult(v, exists("ringdesk-queues", v.get(1)), "*91"));
                            return actions;
                        }),
                new EveryCommand(
                        "completeConsult",
                        List.of(CHANNEL),
                        (on, v) -> on.consults().complete(v.get(0)),
                        v -> List.of(pressed(v.get(0), "*"), pressed(v.get(0), "2"))),
                new EveryCommand(
                        "toggleConsult",
                        List.of(CHANNEL),
                        (on, v) -> on.consults().toggle(v.get(0)),
                        v -> List.of(pressed(v.get(0), "*"), pressed(v.get(0), "4"))),
                new EveryCommand(
                        "conference",
                        List.of(CHANNEL),
                        (on, v) -> on.consults().conference(v.get(0)),
                        v -> List.of(pressed(v.get(0), "*"), pressed(v.get(0), "3"))),
                new EveryCommand(
                        "cancelConsult",
                        List.of(CHANNEL),
                        (on, v) -> on.consults().cancel(v.get(0)),
                        v -> List.of(action("CancelAtxfer", "channel", v.get(0)))));
    }

    private static List<Map<String, String>> consult(List<String> v, Map<String, String> question, String keys) {
        return List.of(
                question,
                exists("ringdesk-consult", keys),
                action("SetVar", "channel", v.get(0), "variable", "__RINGDESK_TO", "value", v.get(1)),
                action("Atxfer", "channel", v.get(0), "context", "ringdesk-consult", "exten", keys));
    }

    private static List<EveryCommand> dials() {
        return List.of(
                new EveryCommand(
                        "dial",
                        List.of(DEVICE, "+493012345678", "+493023125100"),
                        (on, v) -> on.dials().dial(v.get(0), v.get(1), v.get(2), false),
                        v -> {
                            Map<String, String> originate = originate(v.get(0), "from-phones", v.get(1));
                            originate.put("callerid", v.get(2));
                            return List.of(exists("from-phones", v.get(1)), originate);
                        }),
                new EveryCommand(
                        "retrieve",
                        List.of(DEVICE, "701"),
                        (on, v) -> on.dials().retrieve(v.get(0), v.get(1), false),
                        v -> List.of(exists("from-phones", v.get(1)), originate(v.get(0), "from-phones", v.get(1)))),
                new EveryCommand(
                        "pickUp",
                        List.of(DEVICE, "PJSIP/1002"),
                        (on, v) -> on.dials().pickUp(v.get(0), v.get(1), true),
                        v -> {
                            String name = v.get(1).substring(v.get(1).indexOf('/') + 1);
                            Map<String, String> originate = originate(v.get(0), "ringdesk-pickup", name);
                            if (v.get(0).startsWith("PJSIP/")) {
                                originate.merge("variable", PICKED_UP_AT_ONCE, (id, headers) -> headers + id);
                            }
                            return List.of(exists("ringdesk-pickup", name), originate);
                        }));
    }

    private static List<EveryCommand> queues() {
        return List.of(
                new EveryCommand(
                        "joinQueues",
                        List.of("Local/1001@agents/n", "Erika Muster", "orders-de", "Lunch"),
                        (on, v) -> on.queues()
                                .join(v.get(0), v.get(1), List.of(new Membership(v.get(2), 3)), true, v.get(3)),
                        EveryCommand::join),
                new EveryCommand(
                        "leaveQueues",
                        List.of(DEVICE, "orders-de"),
                        (on, v) -> on.queues().leave(v.get(0), List.of(v.get(1))),
                        v -> List.of(action("QueueRemove", "interface", v.get(0), "queue", v.get(1)))),
                new EveryCommand(
                        "pause",
                        List.of(DEVICE, "Lunch"),
                        (on, v) -> on.queues().pause(v.get(0), true, v.get(1)),
                        v -> List.of(action(
                                "QueuePause", "interface", v.get(0), "paused", "true", "reason", shown(v.get(1))))));
    }

    private static List<Map<String, String>> join(List<String> v) {
        Map<String, String> add = action(
                "QueueAdd",
                "interface",
                v.get(0),
                "queue",
                v.get(2),
                "penalty",
                "3",
                "paused",
                "true",
                "membername",
                shown(v.get(1)));
        if (v.get(0).startsWith("PJSIP/")) {
            add.put("stateinterface", v.get(0));
        }
        String reason = shown(v.get(3));
        if (reason.isEmpty()) {
            return List.of(add);
        }
        add.put("reason", reason);
        return List.of(
                add,
                action("QueuePause", "interface", v.get(0), "queue", v.get(2), "paused", "true", "reason", reason));
    }

    private static List<EveryCommand> phones() {
        return List.of(
                new EveryCommand(
                        "answer", List.of(CHANNEL), (on, v) -> on.phones().answer(v.get(0)), v -> notified(v, "talk")),
                new EveryCommand(
                        "hold", List.of(CHANNEL), (on, v) -> on.phones().hold(v.get(0)), v -> notified(v, "hold")),
                new EveryCommand(
                        "resume", List.of(CHANNEL), (on, v) -> on.phones().resume(v.get(0)), v -> notified(v, "talk")),
                new EveryCommand(
                        "mute",
                        List.of(CHANNEL),
                        (on, v) -> on.phones().mute(v.get(0), true),
                        v -> List.of(action("MuteAudio", "channel", v.get(0), "direction", "in", "state", "on"))));
    }

    private static List<Map<String, String>> notified(List<String> v, String event) {
        return List.of(action("PJSIPNotify", "channel", v.get(0), "variable", "Event=" + event));
    }

    /** Headers in the order of their names, before what begins with an underscore. */
    private static final String PICKED_UP_AT_ONCE = HEADERS
            + "Alert-Info)=<http://127.0.0.1>;info=alert-autoanswer;delay=0\n"
            + HEADERS
            + "Answer-Mode)=Auto\n"
            + HEADERS
            + "Call-Info)=<sip:127.0.0.1>;answer-after=0\n";

    /** What is left of a text for people. */
    private static String shown(String text) {
        String shown = Allowed.shown(text);
        if (!shown.matches("[\\p{L}\\p{M}\\p{N} .'()/&_-]{0,79}")) {
            throw new AssertionError("shown: " + shown);
        }
        return shown;
    }

    private static Map<String, String> bridged(String channel) {
        return action("GetVar", "channel", channel, "variable", "BRIDGEPEER");
    }

    private static Map<String, String> exists(String context, String exten) {
        return action("GetVar", "variable", "DIALPLAN_EXISTS(" + context + ',' + exten + ",1)");
    }

    private static Map<String, String> pressed(String channel, String key) {
        return action("PlayDTMF", "channel", channel, "digit", key, "receive", "true");
    }

    private static Map<String, String> originate(String channel, String context, String exten) {
        Map<String, String> fields = action("Originate", "channel", channel, "context", context, "exten", exten);
        fields.putAll(Map.ofEntries(
                entry("priority", "1"),
                entry("timeout", "30000"),
                entry("async", "true"),
                entry("channelid", "rd-*"),
                entry("variable", "__RINGDESK_CALL=rd-*")));
        return fields;
    }

    private static Map<String, String> action(String name, String... fields) {
        Map<String, String> all = new TreeMap<>(Map.of("action", name));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
