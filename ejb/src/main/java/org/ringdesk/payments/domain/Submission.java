package org.ringdesk.payments.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a submit was begun; the same key again is the same submit. */
@Entity
@Table(name = "submission")
public class Submission {
    @Id
    @Column(name = "submit_key")
    private String key;

    @Column(name = "order_id")
    private long orderId;

    private Instant at;
    private String who;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    public Submission(UUID key, long orderId, String who, Instant at) {
        this.key = key.toString();
        this.orderId = orderId;
        this.who = who;
        this.at = at;
    }

    public long orderId() {
        return orderId;
    }
}
