package org.ringdesk.administration.store;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.DialledNumberView;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.domain.DialledNumber;
import org.ringdesk.administration.domain.SalesChannel;
import org.ringdesk.administration.domain.User;
import org.ringdesk.shared.PhoneNumber;

/**
 * Channels, dialled numbers and users in memory: every call and every click asks for them and they hardly change. Read whole
 * on first use and again after {@link #forget()}.
 */
@ApplicationScoped
public class Directory {

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    private volatile @Nullable Snapshot snapshot;

    private record Snapshot(
            List<ChannelView> channels, Map<String, DialledNumberView> dialled, Map<String, UserView> users) {}

    public List<ChannelView> channels() {
        return now().channels;
    }

    public Optional<DialledNumberView> dialled(PhoneNumber number) {
        return Optional.ofNullable(now().dialled.get(number.e164()));
    }

    public List<DialledNumberView> numbersOf(ChannelCode code) {
        return now().dialled.values().stream()
                .filter(d -> d.channel().code().equals(code))
                .sorted(Comparator.comparing(d -> d.number().e164()))
                .toList();
    }

    public Optional<UserView> user(String login) {
        return Optional.ofNullable(now().users.get(login));
    }

    public List<UserView> users() {
        return now().users.values().stream()
                .sorted(Comparator.comparing(UserView::login))
                .toList();
    }

    /** The queues that dialled numbers lead to or users are members of, in order. */
    public List<String> queues() {
        Snapshot known = now();
        return Stream.concat(
                        known.dialled.values().stream().map(DialledNumberView::queue),
                        known.users.values().stream()
                                .flatMap(u -> u.queues().stream())
                                .map(UserView.QueuePlace::queue))
                .distinct()
                .sorted()
                .toList();
    }

    /** The channels on whose numbers callers come to the queue. */
    public List<ChannelCode> channelsOf(String queue) {
        return now().dialled.values().stream()
                .filter(d -> d.queue().equals(queue))
                .map(d -> d.channel().code())
                .distinct()
                .toList();
    }

    public void forget() {
        snapshot = null;
    }

    private Snapshot now() {
        Snapshot known = snapshot;
        if (known == null) {
            known = read();
            // an empty directory is one that is still being set up
            snapshot = known.users.isEmpty() ? null : known;
        }
        return known;
    }

    private Snapshot read() {
        List<SalesChannel> channels = all("select c from SalesChannel c order by c.code", SalesChannel.class)
                .setHint("eclipselink.batch", "c.paymentMethods")
                .setHint("eclipselink.batch", "c.deliveryModes")
                .setHint("eclipselink.batch", "c.users")
                .getResultList();
        Map<Long, ChannelView> views = channels.stream().collect(toMap(SalesChannel::id, SalesChannel::view));
        List<UserView> users = all("select u from User u where u.enabled = true", User.class)
                .setHint("eclipselink.batch", "u.roles")
                .setHint("eclipselink.batch", "u.places")
                .getResultList()
                .stream()
                .map(u -> u.view(channels.stream()
                        .filter(c -> c.lists(u.id()))
                        .map(c -> Objects.requireNonNull(views.get(c.id())))
                        .toList()))
                .toList();
        Map<String, DialledNumberView> dialled =
                all("select d from DialledNumber d", DialledNumber.class).getResultList().stream()
                        .collect(toMap(
                                DialledNumber::e164,
                                d -> new DialledNumberView(
                                        new PhoneNumber(d.e164()),
                                        d.label(),
                                        d.queue(),
                                        Objects.requireNonNull(views.get(d.channelId())))));
        return new Snapshot(
                channels.stream()
                        .map(c -> Objects.requireNonNull(views.get(c.id())))
                        .toList(),
                dialled,
                users.stream().collect(toMap(UserView::login, Function.identity())));
    }

    /** Read-only: nothing here is ever written back, so nothing is compared at a flush. */
    private <T> TypedQuery<T> all(String jpql, Class<T> type) {
        return em.createQuery(jpql, type).setHint("eclipselink.read-only", "true");
    }
}
