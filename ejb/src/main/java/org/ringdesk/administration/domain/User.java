package org.ringdesk.administration.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.UserView;

/** A person who logs in. The password is kept as a hash that only the log-in reads. */
@Entity
@Table(name = "app_user")
public class User {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "user_id")
    @SequenceGenerator(name = "user_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private String login;

    @Column(name = "display_name")
    private String displayName;

    private String language;
    private @Nullable String endpoint;
    private boolean enabled;

    @ElementCollection
    @CollectionTable(name = "app_user_role", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "queue_membership", joinColumns = @JoinColumn(name = "user_id"))
    private Set<Place> places = new HashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected User() {}

    public long id() {
        return id;
    }

    public UserView view(List<ChannelView> channels) {
        return new UserView(
                login,
                displayName,
                language,
                endpoint,
                Set.copyOf(roles),
                channels,
                places.stream()
                        .map(p -> new UserView.QueuePlace(p.queue, p.penalty))
                        .sorted(Comparator.comparing(UserView.QueuePlace::queue))
                        .toList());
    }

    /** A place in a queue. */
    @Embeddable
    public static class Place {
        private String queue;
        private int penalty;

        @SuppressWarnings("NullAway.Init")
        protected Place() {}

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Place p && penalty == p.penalty && queue.equals(p.queue);
        }

        @Override
        public int hashCode() {
            return Objects.hash(queue, penalty);
        }
    }
}
