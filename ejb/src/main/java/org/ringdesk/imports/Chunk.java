package org.ringdesk.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ringdesk.imports.domain.Tally;
import org.ringdesk.imports.gateway.CsvLine;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.intake.RowResult;
import org.ringdesk.shared.intake.RowResult.Outcome;

/** Some rows of a file and what came of them, in their order. */
record Chunk(List<CsvLine> lines, List<RowResult> results) {

    /** Rows that cannot be read as rows do not get to the front door. */
    static Chunk of(List<CsvLine> lines, Function<List<Map<String, String>>, List<RowResult>> door) {
        List<RowResult> taken = door.apply(lines.stream()
                .filter(l -> l.fault() == null)
                .map(CsvLine::cells)
                .toList());
        List<RowResult> results = new ArrayList<>();
        int next = 0;
        for (CsvLine line : lines) {
            results.add(
                    line.fault() == null
                            ? taken.get(next++)
                            : new RowResult(Outcome.BAD, Map.of(), List.of(line.fault())));
        }
        return new Chunk(lines, results);
    }

    boolean isGood() {
        return results.stream().allMatch(r -> r.faults().isEmpty());
    }

    Tally tally() {
        Tally tally = new Tally();
        tally.count(results);
        return tally;
    }

    List<FaultView> faults() {
        List<FaultView> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (Refusal fault : results.get(i).faults()) {
                faults.add(new FaultView(
                        lines.get(i).number(),
                        fault.field(),
                        fault.key(),
                        fault.arguments().stream().map(Object::toString).toList()));
            }
        }
        return faults;
    }
}
