package org.ringdesk.customers.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;

/** That two customers were found to be one person; it stays when it is undone. */
@Entity
@Table(name = "customer_merge")
public class CustomerMerge {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_merge_id")
    @SequenceGenerator(name = "customer_merge_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @Column(name = "kept_id")
    private long keptId;

    @Column(name = "merged_id")
    private long mergedId;

    private Instant at;
    private String who;

    @Column(name = "undone_at")
    private @Nullable Instant undoneAt;

    @Column(name = "undone_by")
    private @Nullable String undoneBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected CustomerMerge() {}

    public CustomerMerge(Customer kept, Customer merged, String who, Instant at) {
        this.keptId = kept.id();
        this.mergedId = merged.id();
        this.who = who;
        this.at = at;
    }

    /** @throws Refusal {@code customer.merge.undone} when it was undone before */
    public void undo(String login, Instant now) {
        if (undoneAt != null) {
            throw new Refusal("customer.merge.undone");
        }
        undoneAt = now;
        undoneBy = login;
    }

    public long id() {
        return id;
    }

    public long keptId() {
        return keptId;
    }

    public long mergedId() {
        return mergedId;
    }
}
