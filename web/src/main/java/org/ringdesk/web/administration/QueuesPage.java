package org.ringdesk.web.administration;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ringdesk.administration.AfterCallMode;
import org.ringdesk.administration.AfterCallRule;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.MissedCallRule;
import org.ringdesk.administration.Queues;
import org.ringdesk.administration.TelephonyRules;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Words;

/** What queues ask of their agents after a call, the wrap-up codes, and the rules for all agents. */
@Named
@ViewScoped
public class QueuesPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Queues queues;

    @Inject
    private Channels channels;

    @Inject
    private Attempt attempt;

    @Inject
    private Words words;

    private List<QueueForm> rules = List.of();
    private List<CodesForm> lists = List.of();
    private int grace;
    private MissedCallRule missedCall = MissedCallRule.STAY_READY;
    private long version;

    @PostConstruct
    void read() {
        rules = queues.all().stream().map(QueueForm::new).toList();
        lists = channels.all().stream()
                .map(c -> new CodesForm(c, queues.codesOf(c.code())))
                .toList();
        show(queues.telephony());
    }

    public void saveQueue(QueueForm form, int index) {
        String row = "queues:" + index + ":rule:";
        Optional<AfterCallRule> rule = form.rule();
        if (rule.isEmpty()) {
            String limits = words.of(
                    "queues.invalid", AfterCallRule.SHORTEST, AfterCallRule.LONGEST, AfterCallRule.MOST_EXTENSIONS);
            attempt.say(row + "seconds", FacesMessage.SEVERITY_ERROR, limits);
            return;
        }
        try {
            form.show(queues.save(form.getQueue(), form.getName(), rule.get(), form.getCodes(), form.version()));
            saved(row + "save");
        } catch (Refusal refusal) {
            if (refusal.key().equals("rules.changed")) {
                form.show(queues.get(form.getQueue()));
            }
            attempt.tell(row + fieldOf(refusal.key()), null, refusal);
        }
    }

    public void saveCodes(CodesForm form, int index) {
        String row = "lists:" + index + ":list:";
        try {
            form.show(queues.save(form.channel(), form.getCodes(), form.version()));
            saved(row + "save");
        } catch (Refusal refusal) {
            if (refusal.key().equals("rules.changed")) {
                form.show(queues.codesOf(form.channel()));
            }
            attempt.tell(row + fieldOf(refusal.key()), null, refusal);
        }
    }

    public void saveAgents() {
        try {
            show(queues.save(Duration.ofSeconds(grace), missedCall, version));
            saved("agents:save");
        } catch (Refusal refusal) {
            if (refusal.key().equals("rules.changed")) {
                show(queues.telephony());
            }
            attempt.tell("agents:" + fieldOf(refusal.key()), null, refusal);
        }
    }

    private static String fieldOf(String key) {
        return switch (key) {
            case "queue.name.missing" -> "name";
            case "telephony.grace.range" -> "grace";
            case "rules.changed", "queue.unknown", "channel.unknown" -> "save";
            default -> "codes";
        };
    }

    private void saved(String field) {
        attempt.say(field, FacesMessage.SEVERITY_INFO, words.of("queues.saved"));
    }

    private void show(TelephonyRules now) {
        grace = Math.toIntExact(now.grace().toSeconds());
        missedCall = now.missedCall();
        version = now.version();
    }

    public List<QueueForm> getRules() {
        return rules;
    }

    public List<CodesForm> getLists() {
        return lists;
    }

    public List<AfterCallMode> getModes() {
        return List.of(AfterCallMode.values());
    }

    public List<MissedCallRule> getMissedCallRules() {
        return List.of(MissedCallRule.values());
    }

    public int getGrace() {
        return grace;
    }

    public void setGrace(int seconds) {
        grace = seconds;
    }

    public MissedCallRule getMissedCall() {
        return missedCall;
    }

    public void setMissedCall(MissedCallRule rule) {
        missedCall = rule;
    }
}
