package org.ringdesk.customers.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;

/** What somebody wrote down about a customer; for colleagues only. Written once. */
@Entity
@Table(name = "customer_note")
public class CustomerNote {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_note_id")
    @SequenceGenerator(name = "customer_note_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @Column(name = "customer_id")
    private long customerId;

    private String author;
    private String text;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected CustomerNote() {}

    public CustomerNote(long customerId, String author, String typed, Instant at) {
        this.customerId = customerId;
        this.author = author;
        this.text = needed("note", Typed.lines("note", typed, 1000));
        this.at = at;
    }

    private static String needed(String field, @Nullable String typed) {
        if (typed == null) {
            throw new Refusal("customer.text.missing").at(field);
        }
        return typed;
    }
}
