package org.ringdesk.cti.call;

import org.ringdesk.cti.EndReason;

/** From Asterisk's dial statuses and Q.850 hangup causes to our reasons. */
final class Reasons {
    private Reasons() {}

    /** Why a ring ended without an answer. The dial's own word counts; the cause refines it. */
    static EndReason ofRing(String dialStatus, int cause) {
        return switch (dialStatus) {
            case "BUSY" -> EndReason.BUSY;
            case "NOANSWER" -> cause == 21 ? EndReason.REJECTED : EndReason.NO_ANSWER;
            case "CANCEL", "ABORT" -> cause == 26 ? EndReason.ANSWERED_ELSEWHERE : EndReason.CANCELLED;
            case "" -> ofCause(cause, EndReason.CANCELLED);
            default -> ofCause(cause, EndReason.FAILED);
        };
    }

    /**
     * Why a call ended.
     *
     * @param answered whether the calling party had been answered, by a person or by the PBX
     * @param lastDial the outcome of the last dial that failed, or empty
     */
    static EndReason ofCall(boolean answered, int cause, String lastDial) {
        EndReason ring =
                switch (lastDial) {
                    case "BUSY" -> EndReason.BUSY;
                    case "NOANSWER" -> EndReason.NO_ANSWER;
                    case "CONGESTION", "CHANUNAVAIL" -> EndReason.FAILED;
                    default -> EndReason.CANCELLED;
                };
        return ofCause(cause, answered ? EndReason.COMPLETED : ring);
    }

    private static EndReason ofCause(int cause, EndReason normal) {
        return switch (cause) {
            // unknown, normal clearing, normal unspecified, interworking: nothing was wrong
            case 0, 16, 31, 127 -> normal;
            case 17 -> EndReason.BUSY;
            case 18, 19 -> EndReason.NO_ANSWER;
            case 21 -> EndReason.REJECTED;
            case 26 -> EndReason.ANSWERED_ELSEWHERE;
            default -> EndReason.FAILED;
        };
    }
}
