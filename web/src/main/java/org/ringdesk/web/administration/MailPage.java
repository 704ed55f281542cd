package org.ringdesk.web.administration;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ringdesk.administration.RuleChange;
import org.ringdesk.mail.MailDesk;
import org.ringdesk.mail.MailKind;
import org.ringdesk.mail.MailState;
import org.ringdesk.mail.MailView;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Words;

/** How channels write to their customers, what that looks like, and what waits or failed. */
@Named
@ViewScoped
public class MailPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LIST = 50;

    @Inject
    private MailDesk desk;

    @Inject
    private Attempt attempt;

    @Inject
    private Words words;

    private List<MailForm> profiles = List.of();
    private Map<MailState, Long> counts = Map.of();
    private List<MailView> open = List.of();
    private boolean serverThere;

    @PostConstruct
    void read() {
        profiles = desk.profiles().stream().map(MailForm::new).toList();
        look();
    }

    /** At what waits and what failed. */
    public void look() {
        serverThere = desk.isServerThere();
        counts = desk.counts();
        open = Stream.of(MailState.FAILED, MailState.QUEUED, MailState.NO_ADDRESS)
                .flatMap(state -> desk.list(state, LIST).stream())
                .toList();
    }

    public void save(MailForm form, int index) {
        String row = "profiles:" + index + ":profile:";
        try {
            form.show(desk.save(
                    form.channel(),
                    form.getSenderName(),
                    form.getSenderAddress(),
                    form.getReplyTo(),
                    form.kinds(),
                    form.languages(),
                    form.version()));
            attempt.say(row + "save", FacesMessage.SEVERITY_INFO, words.of("queues.saved"));
        } catch (Refusal refusal) {
            if (refusal.key().equals("rules.changed")) {
                desk.profiles().stream()
                        .filter(p -> p.channel().code().equals(form.channel()))
                        .forEach(form::show);
            }
            String field = refusal.field();
            attempt.tell(row + (field == null || field.equals("languages") ? "save" : field), null, refusal);
        }
    }

    public void tryAgain(long mail) {
        attempt.at(
                null,
                null,
                () -> {
                    desk.tryAgain(mail);
                    return true;
                },
                done -> look());
    }

    public List<RuleChange> changes(MailForm form) {
        return desk.history(form.channel());
    }

    public long count(String state) {
        return counts.getOrDefault(MailState.valueOf(state), 0L);
    }

    public List<MailForm> getProfiles() {
        return profiles;
    }

    public List<MailView> getOpen() {
        return open;
    }

    public boolean isServerThere() {
        return serverThere;
    }

    public List<MailKind> getKinds() {
        return List.of(MailKind.values());
    }

    public List<MailState> getStates() {
        return List.of(MailState.values());
    }
}
