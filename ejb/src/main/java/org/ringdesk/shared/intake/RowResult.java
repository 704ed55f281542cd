package org.ringdesk.shared.intake;

import java.util.List;
import java.util.Map;
import org.ringdesk.shared.Refusal;

/**
 * What comes of a row.
 *
 * @param read its fields as they were read, e.g. a telephone number in E.164; those that could not be read are left out
 * @param faults each with its field
 */
public record RowResult(Outcome outcome, Map<String, String> read, List<Refusal> faults) {

    /** Whether something new comes, something known changes, all is as it is, or the row is left out. */
    public enum Outcome {
        ADDED,
        CHANGED,
        SAME,
        BAD
    }
}
