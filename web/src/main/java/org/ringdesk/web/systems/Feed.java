package org.ringdesk.web.systems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.Answer;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.intake.Intake;
import org.ringdesk.shared.intake.RowResult;
import org.ringdesk.shared.intake.RowResult.Outcome;
import org.ringdesk.web.api.Wire;

/** Rows that come in, by the doors that files come in by, so that the same rules hold. */
@RequestScoped
public class Feed {
    private static final int CREATED = 201;
    private static final int MOST_FAULTS = 1000;

    @Inject
    private Work work;

    @Inject
    private Sent sent;

    /**
     * What came of a row.
     *
     * @param number of the product or customer; one that is new has got it here
     */
    public record Taken(Outcome outcome, @Nullable String number) {
        static Taken of(RowResult result) {
            String number = result.read().get("number");
            return new Taken(result.outcome(), number == null ? result.read().get("product") : number);
        }
    }

    /** What came of many, in the order in which they were sent. */
    public record TakenAll(long added, long changed, long same, List<Taken> rows) {
        static TakenAll of(List<RowResult> results) {
            return new TakenAll(
                    count(results, Outcome.ADDED),
                    count(results, Outcome.CHANGED),
                    count(results, Outcome.SAME),
                    results.stream().map(Taken::of).toList());
        }

        private static long count(List<RowResult> results, Outcome outcome) {
            return results.stream().filter(r -> r.outcome() == outcome).count();
        }
    }

    /** @param given fields by the address */
    Response put(Intake intake, Map<String, String> given) {
        return work.each(() -> one(intake, given));
    }

    Response post(Intake intake) {
        return work.once(() -> one(intake, Map.of()));
    }

    private Answer one(Intake intake, Map<String, String> given) {
        Rows rows = new Rows(intake.fields());
        Map<String, String> row = rows.one(sent.json(), given);
        List<RowResult> results = intake.put(List.of(row), work.who());
        List<Fault> faults = rows.faults(results, true);
        for (Fault fault : faults) {
            Refusal refusal = fault.refusal();
            if (refusal != null && refusal.field() != null && given.containsKey(refusal.field())) {
                // the address itself is wrong
                throw refusal;
            }
        }
        check(faults);
        RowResult result = results.get(0);
        return new Answer(result.outcome() == Outcome.ADDED ? CREATED : 200, Wire.text(Taken.of(result)));
    }

    /** All or nothing. */
    Response batch(Intake intake) {
        return work.once(() -> all(intake, sent.json()));
    }

    private Answer all(Intake intake, JsonObject body) {
        Rows rows = new Rows(intake.fields());
        List<Map<String, String>> texts = rows.all(body);
        List<RowResult> results = intake.put(texts, work.who());
        List<Fault> faults = new ArrayList<>(rows.faults(results, false));
        faults.addAll(rows.doubles(texts));
        check(faults);
        return Work.done(TakenAll.of(results));
    }

    private static void check(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Rejected(Trouble.ROWS, faults.subList(0, Math.min(faults.size(), MOST_FAULTS)), faults.size());
        }
    }
}
