package org.ringdesk.cti.phone;

/** How the two ends of a call name each other, and the number of our last request. */
final class Dialog {
    private final String id;
    private final String us;
    private String them;
    private String target;
    private int sequence;

    private Dialog(String id, String us, String them, String target, int sequence) {
        this.id = id;
        this.us = us;
        this.them = them;
        this.target = target;
        this.sequence = sequence;
    }

    /** Of a call that came with this INVITE. */
    static Dialog answering(SipMessage invite) {
        String us = invite.header("To") + ";tag=" + Tokens.next();
        return new Dialog(invite.callId(), us, invite.header("From"), contact(invite), 0);
    }

    /** Of a call that we begin with this INVITE. */
    static Dialog beginning(SipMessage invite) {
        return new Dialog(invite.callId(), invite.header("From"), invite.header("To"), invite.uri(), invite.sequence());
    }

    private static String contact(SipMessage message) {
        return String.valueOf(SipMessage.address(message.header("Contact")));
    }

    /** The other end took the call. */
    void confirmed(SipMessage answer) {
        them = answer.header("To");
        target = contact(answer);
    }

    String ourTag() {
        return SipMessage.parameter(us, "tag");
    }

    int next() {
        return ++sequence;
    }

    /** A request about the call. */
    SipMessage request(String method) {
        return SipMessage.request(method, target)
                .with("From", us)
                .with("To", them)
                .with("Call-ID", id)
                .with("CSeq", next() + " " + method);
    }

    /** Says that the answer to an INVITE has come, whether it was accepted or not. */
    void acknowledge(Line line, SipMessage invite, SipMessage answer) {
        boolean accepted = answer.status() < 300;
        SipMessage ack = SipMessage.request("ACK", accepted ? target : invite.uri())
                .likewise(invite, "From")
                .likewise(answer, "To")
                .likewise(invite, "Call-ID")
                .with("CSeq", invite.sequence() + " ACK");
        line.send(accepted ? line.addVia(ack) : ack.first("Via", invite.header("Via")));
    }
}
