package org.ringdesk.administration.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.ringdesk.administration.AfterCallMode;
import org.ringdesk.administration.AfterCallRule;
import org.ringdesk.administration.QueueView;
import org.ringdesk.administration.WrapUpCode;

/** What a queue of the PBX is called, and what it asks of its agents after a call. */
@Entity
@Table(name = "queue_rule")
public class QueueRule {
    @Id
    private String queue;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "after_call")
    private AfterCallMode afterCall = AfterCallMode.NONE;

    @Column(name = "limit_seconds")
    private int limitSeconds;

    private int extensions;

    @Column(name = "extension_seconds")
    private int extensionSeconds;

    @Column(name = "code_required")
    private boolean codeRequired;

    @ElementCollection
    @CollectionTable(name = "queue_wrap_up_code", joinColumns = @JoinColumn(name = "queue"))
    @OrderColumn(name = "position")
    private List<CodeEntry> codes = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected QueueRule() {}

    public QueueRule(String queue) {
        this.queue = queue;
        this.name = queue;
    }

    /** After {@link #forgetCodes()}. */
    public void set(String shown, AfterCallRule rule, List<WrapUpCode> list) {
        name = shown;
        afterCall = rule.mode();
        limitSeconds = rule.seconds();
        extensions = rule.extensions();
        extensionSeconds = rule.extensionSeconds();
        codeRequired = rule.codeRequired();
        codes.addAll(CodeEntry.of(list));
    }

    public void forgetCodes() {
        codes.clear();
    }

    public long version() {
        return version;
    }

    public AfterCallRule afterCall() {
        return new AfterCallRule(afterCall, limitSeconds, extensions, extensionSeconds, codeRequired);
    }

    public QueueView view() {
        return new QueueView(
                queue, name, afterCall(), codes.stream().map(CodeEntry::view).toList(), version);
    }
}
