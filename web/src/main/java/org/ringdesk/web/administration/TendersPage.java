package org.ringdesk.web.administration;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.TenderRule;
import org.ringdesk.administration.TenderRules;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Words;

/** How channels take checks and prepayments. */
@Named
@ViewScoped
public class TendersPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> FIELDS =
            Set.of("tolerance", "tolerancePercent", "checkHoldAbove", "checkHoldDays", "prepaymentDays");

    @Inject
    private TenderRules rules;

    @Inject
    private Channels channels;

    @Inject
    private Attempt attempt;

    @Inject
    private Words words;

    private List<TenderForm> forms = List.of();

    @PostConstruct
    void read() {
        forms = channels.all().stream()
                .map(c -> new TenderForm(c, rules.of(c.code()), rules.history(c.code())))
                .toList();
    }

    public void save(TenderForm form, int index) {
        String row = "tenders:" + index + ":tender:";
        TenderRule typed = form.typed();
        ChannelCode channel = typed.channel();
        try {
            form.show(rules.save(typed), rules.history(channel));
            attempt.say(row + "save", FacesMessage.SEVERITY_INFO, words.of("queues.saved"));
        } catch (Refusal refusal) {
            if (refusal.key().equals("rules.changed")) {
                form.show(rules.of(channel), rules.history(channel));
            }
            String field = Objects.requireNonNullElse(refusal.field(), "");
            attempt.tell(row + (FIELDS.contains(field) ? field : "save"), null, refusal);
        }
    }

    public List<TenderForm> getForms() {
        return forms;
    }

    public List<String> getRefunds() {
        return List.of(TenderRule.BY_CHECK, TenderRule.ON_ACCOUNT);
    }
}
