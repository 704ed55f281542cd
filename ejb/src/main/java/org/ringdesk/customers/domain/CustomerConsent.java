package org.ringdesk.customers.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.ConsentChannel;
import org.ringdesk.customers.ConsentSaid;
import org.ringdesk.shared.Refusal;

/** That a customer allowed or forbade to be written to or called. Written once; the last of a channel is in force. */
@Entity
@Table(name = "customer_consent")
public class CustomerConsent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_consent_id")
    @SequenceGenerator(name = "customer_consent_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @Column(name = "customer_id")
    private long customerId;

    @Enumerated(EnumType.STRING)
    private ConsentChannel channel;

    private boolean given;

    @Column(name = "given_on")
    private LocalDate givenOn;

    private String source;
    private String who;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected CustomerConsent() {}

    public CustomerConsent(long customerId, ConsentSaid said, String who, LocalDate today, Instant at) {
        if (said.on().isAfter(today)) {
            throw new Refusal("customer.consent.future").at("on");
        }
        this.customerId = customerId;
        this.channel = said.channel();
        this.given = said.given();
        this.givenOn = said.on();
        this.source = needed("source", Typed.line("source", said.source(), 80));
        this.who = who;
        this.at = at;
    }

    private static String needed(String field, @Nullable String typed) {
        if (typed == null) {
            throw new Refusal("customer.text.missing").at(field);
        }
        return typed;
    }
}
