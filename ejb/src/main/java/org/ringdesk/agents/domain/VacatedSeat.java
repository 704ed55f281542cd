package org.ringdesk.agents.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A phone that somebody left: the PBX has to take it out of its queues, before anybody who sat down there since is put in. */
@Entity
@Table(name = "vacated_seat")
public class VacatedSeat {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vacated_seat_id")
    @SequenceGenerator(name = "vacated_seat_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private String endpoint;

    @SuppressWarnings("NullAway.Init")
    protected VacatedSeat() {}

    public VacatedSeat(String endpoint) {
        this.endpoint = endpoint;
    }

    public long id() {
        return id;
    }

    public String endpoint() {
        return endpoint;
    }
}
