package org.ringdesk.bench;

/**
 * The messages of one queue call as Asterisk 22 sends them, with ids of its own; what the default filters of the log-in leave
 * out is left out. The fields that nothing reads are there as well: they cost what they cost in life.
 */
record PlayedCall(int n, int agent, String ani) {

    private String caller() {
        return "179542" + n + ".0";
    }

    private String member() {
        return "179542" + n + ".1";
    }

    private String trunk() {
        return "PJSIP/trunk-%08x".formatted(2 * n);
    }

    private String phone() {
        return BenchDatabase.endpoint(agent) + "-%08x".formatted(2 * n + 1);
    }

    /** From the first channel to the ringing phone. */
    String rings() {
        return event("Newchannel", channel("", trunk(), 4, "Ring", ani, "from-trunk", "+493023125100", caller()))
                + event("Newstate", channel("", trunk(), 6, "Up", ani, "from-trunk", "+493023125100", caller()))
                + event(
                        "QueueCallerJoin",
                        channel("", trunk(), 6, "Up", ani, "from-trunk", "+493023125100", caller())
                                + "Queue: orders-de\nPosition: 1\nCount: 1\n")
                + event("Newchannel", channel("", phone(), 0, "Down", extension(), "from-agents", "s", member()))
                + event(
                        "AgentCalled",
                        both() + "Queue: orders-de\nInterface: " + BenchDatabase.endpoint(agent)
                                + "\nMemberName: Agent " + agent + "\n")
                + event("DialBegin", both() + "DialString: " + extension() + "\n")
                + event("Newstate", channel("", phone(), 5, "Ringing", extension(), "from-agents", "s", member()));
    }

    String answered() {
        return event("Newstate", channel("", phone(), 6, "Up", extension(), "from-agents", "s", member()))
                + event("DialEnd", both() + "DialStatus: ANSWER\n")
                + event(
                        "QueueCallerLeave",
                        channel("", trunk(), 6, "Up", ani, "from-trunk", "+493023125100", caller())
                                + "Queue: orders-de\nPosition: 1\nCount: 0\n")
                + event(
                        "AgentConnect",
                        both() + "Queue: orders-de\nInterface: " + BenchDatabase.endpoint(agent)
                                + "\nMemberName: Agent " + agent + "\nRingTime: 1\nHoldTime: 1\n")
                + event("BridgeCreate", bridge(0))
                + event(
                        "BridgeEnter",
                        bridge(1) + channel("", phone(), 6, "Up", extension(), "from-agents", "", member()))
                + event("BridgeEnter", bridge(2) + channel("", trunk(), 6, "Up", ani, "from-trunk", "", caller()));
    }

    /** What an unfiltered log-in hears besides, of which the call model needs nothing: the bulk of what a PBX says. */
    String chatter() {
        return event(
                        "VarSet",
                        channel("", trunk(), 6, "Up", ani, "from-trunk", "1", caller())
                                + "Variable: QUEUEPOSITION\nValue: 1\n")
                + event(
                        "Newexten",
                        channel("", trunk(), 6, "Up", ani, "from-trunk", "1", caller())
                                + "Extension: 1\nApplication: Queue\nAppData: orders-de,t\n")
                + event("QueueMemberStatus", memberStatus());
    }

    /** The agent as a member of the queue. */
    String memberStatus() {
        return "Queue: orders-de\nMemberName: Agent " + agent + "\nInterface: " + BenchDatabase.endpoint(agent)
                + "\nStateInterface: " + BenchDatabase.endpoint(agent)
                + "\nMembership: dynamic\nPenalty: 0\nCallsTaken: 3\nLastCall: 1795426000\nLastPause: 0\nLoginTime: 1795420000\n"
                + "InCall: 0\nStatus: 1\nPaused: 0\nPausedReason: \nRinginuse: 0\nWrapuptime: 0\n";
    }

    /** Both channels as a snapshot shows them while the two talk. */
    String trunkStatus() {
        return channel("", trunk(), 6, "Up", ani, "from-trunk", "+493023125100", caller())
                + "Type: PJSIP\nDNID: +493023125100\nBridgeID: " + bridgeId()
                + "\nApplication: Queue\nData: orders-de,t\nSeconds: 9\n";
    }

    String phoneStatus() {
        return channel("", phone(), 6, "Up", extension(), "from-agents", "s", member())
                + "Type: PJSIP\nDNID: \nBridgeID: " + bridgeId()
                + "\nApplication: AppQueue\nData: (Outgoing Line)\nSeconds: 8\n";
    }

    String ended() {
        return event("BridgeLeave", bridge(1) + channel("", trunk(), 6, "Up", ani, "from-trunk", "", caller()))
                + event(
                        "BridgeLeave",
                        bridge(0) + channel("", phone(), 6, "Up", extension(), "from-agents", "", member()))
                + event("BridgeDestroy", bridge(0))
                + event(
                        "AgentComplete",
                        both() + "Queue: orders-de\nInterface: " + BenchDatabase.endpoint(agent)
                                + "\nMemberName: Agent " + agent + "\nHoldTime: 1\nTalkTime: 2\nReason: caller\n")
                + event(
                        "Hangup",
                        channel("", phone(), 6, "Up", extension(), "from-agents", "", member())
                                + "Cause: 16\nCause-txt: Normal Clearing\n")
                + event(
                        "Hangup",
                        channel("", trunk(), 6, "Up", ani, "from-trunk", "", caller())
                                + "Cause: 16\nCause-txt: Normal Clearing\n");
    }

    private String extension() {
        return BenchDatabase.endpoint(agent).substring("PJSIP/".length());
    }

    private String bridgeId() {
        return "00000000-0000-4000-8000-%012d".formatted(n);
    }

    private String bridge(int channels) {
        return "BridgeUniqueid: " + bridgeId() + "\n"
                + "BridgeType: basic\nBridgeTechnology: simple_bridge\nBridgeCreator: <unknown>\nBridgeName: <unknown>\n"
                + "BridgeNumChannels: " + channels + "\nBridgeVideoSourceMode: none\n";
    }

    private String both() {
        return channel("", trunk(), 6, "Up", ani, "from-trunk", "+493023125100", caller())
                + channel("Dest", phone(), 0, "Down", extension(), "from-agents", "s", member());
    }

    private String channel(
            String prefix,
            String name,
            int state,
            String word,
            String number,
            String context,
            String exten,
            String id) {
        String text = """
                @Channel: %s
                @ChannelState: %d
                @ChannelStateDesc: %s
                @CallerIDNum: %s
                @CallerIDName: Bench %d
                @ConnectedLineNum: <unknown>
                @ConnectedLineName: <unknown>
                @Language: en
                @AccountCode:\s
                @Context: %s
                @Exten: %s
                @Priority: 1
                @Uniqueid: %s
                @Linkedid: %s
                """;
        return text.formatted(name, state, word, number, n, context, exten, id, caller())
                .replace("@", prefix);
    }

    private static String event(String name, String fields) {
        return "Event: " + name + "\nPrivilege: call,all\nTimestamp: 1795426649.181359\n" + fields + "\n";
    }
}
