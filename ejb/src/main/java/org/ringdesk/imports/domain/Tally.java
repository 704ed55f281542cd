package org.ringdesk.imports.domain;

import jakarta.persistence.Embeddable;
import java.util.List;
import org.ringdesk.shared.intake.RowResult;

/** What came of rows, counted. */
@Embeddable
public class Tally {
    private long added;
    private long changed;
    private long same;
    private long bad;
    private long faults;

    public void count(List<RowResult> results) {
        for (RowResult result : results) {
            switch (result.outcome()) {
                case ADDED -> added++;
                case CHANGED -> changed++;
                case SAME -> same++;
                case BAD -> bad++;
            }
            faults += result.faults().size();
        }
    }

    public void count(Tally other) {
        added += other.added;
        changed += other.changed;
        same += other.same;
        bad += other.bad;
        faults += other.faults;
    }

    public long rows() {
        return added + changed + same + bad;
    }

    public long added() {
        return added;
    }

    public long changed() {
        return changed;
    }

    public long same() {
        return same;
    }

    public long bad() {
        return bad;
    }

    public long faults() {
        return faults;
    }
}
