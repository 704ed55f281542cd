package org.ringdesk.pricing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.pricing.ChargeCode;
import org.ringdesk.shared.Money;

/** What may be charged by hand. */
@ApplicationScoped
public class ChargeCodes {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public List<ChargeCode> of(ChannelView channel) {
        return new Sql(
                        "select c.code, c.label, c.tax_class, c.most from manual_charge c"
                                + " where c.channel_id = :channel order by c.position",
                        Map.of("channel", channel.id()))
                .rows(em).stream()
                        .map(row -> new ChargeCode(
                                row.text(), row.text(), row.text(), Money.of(row.decimal(), channel.currency())))
                        .toList();
    }
}
