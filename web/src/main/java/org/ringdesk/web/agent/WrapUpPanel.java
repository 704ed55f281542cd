package org.ringdesk.web.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.agents.AfterCallPhase;
import org.ringdesk.agents.WrapUpDesk;
import org.ringdesk.agents.WrapUpView;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;

/** What the agent notes after a call. Each command first keeps what is typed. */
@Named
@RequestScoped
public class WrapUpPanel {
    private static final String CODE = "wrapUp:code";
    private static final String NOTE = "wrapUp:note";

    @Inject
    private WrapUpDesk work;

    @Inject
    private Attempt attempt;

    private @Nullable Optional<WrapUpView> found;
    private boolean typed;
    private @Nullable String code;
    private @Nullable String note;

    public void write() {
        tell(() -> work.write(code, note));
    }

    public void enter() {
        tell(() -> {
            work.write(code, note);
            work.want();
        });
    }

    public void extend() {
        tell(() -> {
            work.write(code, note);
            work.extend();
        });
    }

    public void finish() {
        tell(() -> work.finish(code, note));
    }

    private void tell(Runnable command) {
        try {
            command.run();
            found = null;
            typed = false;
        } catch (Refusal refusal) {
            attempt.tell(fieldOf(refusal.key()), null, refusal);
        }
    }

    private static @Nullable String fieldOf(String key) {
        if (key.startsWith("wrap-up.code.")) {
            return CODE;
        }
        return key.startsWith("wrap-up.note.") || key.equals("payment.card.number") ? NOTE : null;
    }

    private Optional<WrapUpView> found() {
        if (found == null) {
            found = work.mine();
        }
        return found;
    }

    /** After the call, until it is done. */
    public boolean isShown() {
        return found().filter(v -> phaseOf(v) == AfterCallPhase.OFFERED || phaseOf(v) == AfterCallPhase.ON)
                .isPresent();
    }

    public boolean isOn() {
        return found().filter(v -> phaseOf(v) == AfterCallPhase.ON).isPresent();
    }

    private static AfterCallPhase phaseOf(WrapUpView view) {
        return view.afterCall().phase();
    }

    public @Nullable WrapUpView getView() {
        return found().orElse(null);
    }

    public @Nullable String getCode() {
        return typed ? code : found().map(WrapUpView::code).orElse(null);
    }

    public void setCode(@Nullable String chosen) {
        code = chosen;
        typed = true;
    }

    public @Nullable String getNote() {
        return typed ? note : found().map(WrapUpView::note).orElse(null);
    }

    public void setNote(@Nullable String text) {
        note = text;
        typed = true;
    }
}
