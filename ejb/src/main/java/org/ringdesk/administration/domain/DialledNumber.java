package org.ringdesk.administration.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A number customers dial, and what it stands for. */
@Entity
@Table(name = "dialled_number")
public class DialledNumber {
    @Id
    private String e164;

    @Column(name = "channel_id")
    private long channelId;

    private String label;
    private String queue;

    @SuppressWarnings("NullAway.Init")
    protected DialledNumber() {}

    public String e164() {
        return e164;
    }

    public long channelId() {
        return channelId;
    }

    public String label() {
        return label;
    }

    public String queue() {
        return queue;
    }
}
