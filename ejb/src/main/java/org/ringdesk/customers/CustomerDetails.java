package org.ringdesk.customers;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept about a customer in this room.
 *
 * @param version to be given back with an edit
 * @param changedBy the login of who edited last, or null
 * @param creditLimit of what is open on account, in the currency of the orders it is compared with
 * @param addresses with their ids, the preferred one of a kind first
 * @param notes the latest first, 50 at most
 * @param consents of each channel the one in force; a channel nothing was ever said about is not there
 * @param merges who was merged into this customer and can be taken out again, the latest first
 * @param mayMerge whether the caller may merge and unmerge
 */
public record CustomerDetails(
        CustomerView customer,
        long version,
        Instant createdAt,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        BigDecimal creditLimit,
        List<Place> addresses,
        List<Note> notes,
        List<Consent> consents,
        List<Merged> merges,
        boolean mayMerge)
        implements Serializable {

    public record Place(long id, String kind, String street, String postalCode, String city, String country)
            implements Serializable {}

    /** @param author by the name the colleagues know, or the login of one who is no user any more */
    public record Note(Instant at, String author, String text) implements Serializable {

        /** As a query gives it. */
        public Note(Instant at, String login, @Nullable String name, String text) {
            this(at, name == null ? login : name, text);
        }
    }

    /** @param on the day on which it was given or withdrawn */
    public record Consent(ConsentChannel channel, boolean given, LocalDate on, String source, String who)
            implements Serializable {

        /** As a query gives it. */
        public Consent(
                ConsentChannel channel,
                boolean given,
                LocalDate on,
                String source,
                String login,
                @Nullable String name) {
            this(channel, given, on, source, name == null ? login : name);
        }
    }

    /** @param id of the merge, to undo it */
    public record Merged(long id, CustomerNumber number, String name, Instant at, String who) implements Serializable {

        /** As a query gives it. */
        public Merged(
                long id,
                CustomerNumber number,
                String firstName,
                String lastName,
                Instant at,
                String login,
                @Nullable String name) {
            this(id, number, firstName + ' ' + lastName, at, name == null ? login : name);
        }
    }
}
