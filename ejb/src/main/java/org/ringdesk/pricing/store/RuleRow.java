package org.ringdesk.pricing.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.domain.Charge;
import org.ringdesk.pricing.domain.Discount;
import org.ringdesk.pricing.domain.MixAndMatch;
import org.ringdesk.pricing.domain.Offer;
import org.ringdesk.pricing.domain.PerPiece;
import org.ringdesk.pricing.domain.Period;
import org.ringdesk.pricing.domain.Reduction;
import org.ringdesk.pricing.domain.Scope;
import org.ringdesk.pricing.domain.Threshold;

/** A discount or charge as its rows are read, one for each of its steps. */
final class RuleRow {
    private static final String CHEAPEST_FREE = "CHEAPEST";

    private final long id;
    private final String code;
    private final String mode;
    private final @Nullable String kind;
    private final boolean byCoupon;
    private final Period valid;
    private final int mostSets;
    private final @Nullable String taxClass;
    private final @Nullable String category;
    private final List<Step> steps = new ArrayList<>();

    private record Step(BigDecimal from, String kind, BigDecimal value) {
        Reduction reduction() {
            return new Reduction(Reduction.Kind.valueOf(kind), value);
        }
    }

    RuleRow(Row row) {
        id = row.id();
        code = row.text();
        mode = row.text();
        kind = row.textOrNull();
        byCoupon = row.flag();
        valid = row.period();
        mostSets = row.number();
        taxClass = row.textOrNull();
        category = row.textOrNull();
    }

    long id() {
        return id;
    }

    /** The columns behind the rule's own. */
    void step(Row row) {
        steps.add(new Step(row.decimal(), row.text(), row.decimal()));
    }

    Discount discount(List<ScopeRow> scopes) {
        return new Discount(code, Discount.Concurrency.valueOf(mode), valid, byCoupon, offer(scopes));
    }

    private Offer offer(List<ScopeRow> scopes) {
        return switch (Objects.requireNonNull(kind)) {
            case "SIMPLE", "QUANTITY" ->
                new PerPiece(
                        ScopeRow.scope(scopes),
                        steps.stream()
                                .map(s -> new PerPiece.Step(s.from.intValueExact(), s.reduction()))
                                .toList());
            case "THRESHOLD" ->
                new Threshold(
                        ScopeRow.scope(scopes),
                        steps.stream()
                                .map(s -> new Threshold.Step(s.from, s.reduction()))
                                .toList());
            case "MIX" -> new MixAndMatch(groups(scopes), deal(steps.get(0)), mostSets);
            default -> throw new IllegalStateException("No kind of discount: " + kind);
        };
    }

    private static List<MixAndMatch.Group> groups(List<ScopeRow> scopes) {
        return scopes.stream().collect(groupingBy(ScopeRow::group, TreeMap::new, toList())).values().stream()
                .map(rows ->
                        new MixAndMatch.Group(ScopeRow.scope(rows), rows.get(0).pieces()))
                .toList();
    }

    private static MixAndMatch.Deal deal(Step step) {
        return step.kind.equals(CHEAPEST_FREE)
                ? new MixAndMatch.Deal.CheapestFree(step.value.intValueExact())
                : new MixAndMatch.Deal.OffTheSet(step.reduction());
    }

    Charge charge() {
        return new Charge(
                code,
                kind,
                Charge.Level.valueOf(mode),
                category == null ? Scope.ALL : new Scope(Set.of(), Set.of(category), Set.of()),
                valid,
                Objects.requireNonNull(taxClass),
                steps.stream()
                        .map(s -> new Charge.Step(s.from, Charge.Basis.valueOf(s.kind), s.value))
                        .toList());
    }
}
