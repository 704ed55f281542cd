package org.ringdesk.shared.intake;

import java.util.List;
import java.util.Map;

/**
 * A front door for rows of one kind. A row is texts by the names of fields; an empty one is as good as none and leaves what is
 * there. Results are in the order of the rows.
 */
public interface Intake {
    List<IntakeField> fields();

    /** What {@link #put} would do; changes nothing. */
    List<RowResult> check(List<Map<String, String>> rows);

    /**
     * Puts the good rows as if one after another, all in the caller's transaction, and says what is wrong with the others.
     *
     * @param who did it, a log-in; kept with what changed
     */
    List<RowResult> put(List<Map<String, String>> rows, String who);
}
