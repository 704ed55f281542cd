package org.ringdesk.web.administration;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.AfterCallMode;
import org.ringdesk.administration.AfterCallRule;
import org.ringdesk.administration.QueueView;

/** A queue's rules as they are typed. */
public class QueueForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String queue;
    private String name = "";
    private AfterCallMode mode = AfterCallMode.NONE;
    private int seconds;
    private int extensions;
    private int extensionSeconds;
    private boolean codeRequired;
    private String codes = "";
    private long version;

    QueueForm(QueueView view) {
        queue = view.queue();
        show(view);
    }

    final void show(QueueView now) {
        AfterCallRule rule = now.afterCall();
        name = now.name();
        mode = rule.mode();
        seconds = rule.seconds();
        extensions = rule.extensions();
        extensionSeconds = rule.extensionSeconds();
        codeRequired = rule.codeRequired();
        codes = CodesForm.lines(now.codes());
        version = now.version();
    }

    /** What does not apply in the mode is left aside; empty when the rest is no rule. */
    Optional<AfterCallRule> rule() {
        if (mode == AfterCallMode.NONE) {
            return Optional.of(AfterCallRule.NONE);
        }
        int times = mode == AfterCallMode.FIXED ? 0 : extensions;
        try {
            return Optional.of(
                    new AfterCallRule(mode, seconds, times, times == 0 ? 0 : extensionSeconds, codeRequired));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    long version() {
        return version;
    }

    public String getQueue() {
        return queue;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String typed) {
        name = typed == null ? "" : typed;
    }

    public AfterCallMode getMode() {
        return mode;
    }

    public void setMode(AfterCallMode chosen) {
        mode = chosen;
    }

    public int getSeconds() {
        return seconds;
    }

    public void setSeconds(int typed) {
        seconds = typed;
    }

    public int getExtensions() {
        return extensions;
    }

    public void setExtensions(int typed) {
        extensions = typed;
    }

    public int getExtensionSeconds() {
        return extensionSeconds;
    }

    public void setExtensionSeconds(int typed) {
        extensionSeconds = typed;
    }

    public boolean isCodeRequired() {
        return codeRequired;
    }

    public void setCodeRequired(boolean required) {
        codeRequired = required;
    }

    public String getCodes() {
        return codes;
    }

    public void setCodes(@Nullable String typed) {
        codes = typed == null ? "" : typed;
    }
}
