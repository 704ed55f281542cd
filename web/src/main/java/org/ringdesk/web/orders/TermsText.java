package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.DeliveryMode;
import org.ringdesk.orders.DeliveryTerms;
import org.ringdesk.orders.ShipTo;
import org.ringdesk.web.page.Format;
import org.ringdesk.web.page.Words;

/** How and when goods are wanted, in one line. */
@Named
@RequestScoped
public class TermsText {
    @Inject
    private Words words;

    @Inject
    private Format format;

    /** Only what is said; nothing where nothing is. */
    public String of(DeliveryTerms terms, ChannelView channel) {
        List<String> parts = new ArrayList<>();
        Optional<DeliveryMode> mode = channel.deliveryMode(terms.mode());
        if (terms.mode() != null) {
            parts.add(mode.map(DeliveryMode::name).orElse(terms.mode()));
        }
        ShipTo to = terms.shipTo();
        if (to != null && mode.map(DeliveryMode::needsAddress).orElse(true)) {
            parts.add(words.of("terms.to", to.line()));
        }
        if (terms.requestedOn() != null) {
            parts.add(words.of("terms.on", format.day(terms.requestedOn())));
        }
        if (terms.expedite() != null) {
            parts.add(words.of(terms.isExpedited() ? "terms.expedite" : "terms.expedite.not"));
        }
        if (terms.shipComplete() != null) {
            parts.add(words.of(terms.isShippedComplete() ? "terms.complete" : "terms.complete.not"));
        }
        return String.join(" · ", parts);
    }
}
