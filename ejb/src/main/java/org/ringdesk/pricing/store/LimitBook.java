package org.ringdesk.pricing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.pricing.MarginLevel;
import org.ringdesk.pricing.OverrideReason;
import org.ringdesk.pricing.Overrides;
import org.ringdesk.pricing.domain.MarginRule;
import org.ringdesk.pricing.domain.OverrideLimit;
import org.ringdesk.pricing.domain.PriceMove;
import org.ringdesk.shared.Money;

/** Who may change prices by hand how far, why, and what remains then. */
@ApplicationScoped
public class LimitBook {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public List<OverrideLimit> limits() {
        return new Sql("select l.role, l.percent, l.floor_percent from override_limit l", Map.of())
                .rows(em).stream()
                        .map(row -> new OverrideLimit(row.text(), row.decimalOrNull(), row.decimal()))
                        .toList();
    }

    public List<OverrideReason> reasons(ChannelView channel) {
        return new Sql(
                        "select r.code, r.label from override_reason r where r.channel_id = :channel order by r.position",
                        Map.of("channel", channel.id()))
                .rows(em).stream()
                        .map(row -> new OverrideReason(row.text(), row.text()))
                        .toList();
    }

    /** What one unit of a product costs the channel, and how its margin is judged there, each null where nobody says; and whether its price may be given by hand. */
    public record Costs(@Nullable Money cost, @Nullable MarginRule margin, boolean adjustable) {
        public MarginLevel level(PriceMove move) {
            return margin == null ? MarginLevel.UNKNOWN : margin.level(move.net(), cost);
        }

        /** What remains of the price, in percent of it. */
        public @Nullable BigDecimal percent(PriceMove move) {
            return cost == null ? null : MarginRule.percent(move.net(), cost).orElse(null);
        }
    }

    /** How long a price asked of a supervisor waits, where the channel says so. */
    public Optional<Duration> patience(ChannelView channel) {
        return new Sql(
                        "select r.seconds, r.version from price_request_rule r where r.channel_id = :channel",
                        Map.of("channel", channel.id()))
                .rows(em).stream().findFirst().map(row -> Duration.ofSeconds(row.number()));
    }

    public Costs costs(ChannelView channel, Overrides.Sold sold) {
        return new Sql("""
                        select p.cost, m.acceptable, m.questionable, g.price_adjustable
                        from product_price p join product g on g.id = p.product_id left join margin_rule m on m.channel_id = p.channel_id
                        where p.channel_id = :channel and p.product_id = :product
                        """, Map.of("channel", channel.id(), "product", sold.product()))
                .rows(em).stream()
                        .findFirst()
                        .map(row -> costs(row, channel, sold.pieces()))
                        .orElseGet(() -> new Costs(null, null, true));
    }

    private static Costs costs(Row row, ChannelView channel, int pieces) {
        Optional<Money> cost = Optional.ofNullable(row.decimalOrNull())
                .map(amount -> Money.exact(amount, channel.currency()).times(pieces));
        BigDecimal acceptable = row.decimalOrNull();
        BigDecimal questionable = row.decimalOrNull();
        return new Costs(
                cost.orElse(null),
                acceptable == null || questionable == null ? null : new MarginRule(acceptable, questionable),
                row.flag());
    }
}
