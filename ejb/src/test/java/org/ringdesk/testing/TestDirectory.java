package org.ringdesk.testing;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.DialledNumberView;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.UserView.QueuePlace;
import org.ringdesk.administration.domain.DialledNumber;
import org.ringdesk.administration.domain.SalesChannel;
import org.ringdesk.administration.store.Directory;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Role;

/** The demo company's channels and people, read without what EclipseLink reads only when it has woven the classes. */
final class TestDirectory extends Directory {
    private final Lazy<List<ChannelView>> channels;
    private final Lazy<List<UserView>> users;
    private final Lazy<Map<String, DialledNumberView>> dialled;

    TestDirectory(Rooms rooms) {
        channels = new Lazy<>(() -> rooms.query(TestDirectory::readChannels));
        users = new Lazy<>(() -> rooms.query(this::readUsers));
        dialled = new Lazy<>(() -> rooms.query(this::readDialled));
    }

    @Override
    public List<ChannelView> channels() {
        return channels.get();
    }

    @Override
    public Optional<UserView> user(String login) {
        return users.get().stream().filter(u -> u.login().equals(login)).findFirst();
    }

    @Override
    public Optional<DialledNumberView> dialled(PhoneNumber number) {
        return Optional.ofNullable(dialled.get().get(number.e164()));
    }

    @Override
    public List<UserView> users() {
        return users.get();
    }

    @Override
    public List<String> queues() {
        return dialled.get().values().stream()
                .map(DialledNumberView::queue)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<ChannelCode> channelsOf(String queue) {
        return dialled.get().values().stream()
                .filter(d -> d.queue().equals(queue))
                .map(d -> d.channel().code())
                .toList();
    }

    @Override
    public List<DialledNumberView> numbersOf(ChannelCode code) {
        return dialled.get().values().stream()
                .filter(d -> d.channel().code().equals(code))
                .toList();
    }

    private Map<String, DialledNumberView> readDialled(EntityManager em) {
        return em.createQuery("select d from DialledNumber d", DialledNumber.class)
                .getResultStream()
                .collect(Collectors.toMap(
                        DialledNumber::e164,
                        d -> new DialledNumberView(
                                new PhoneNumber(d.e164()),
                                d.label(),
                                d.queue(),
                                channels().stream()
                                        .filter(c -> c.id() == d.channelId())
                                        .findFirst()
                                        .orElseThrow())));
    }

    private static List<ChannelView> readChannels(EntityManager em) {
        return em.createQuery("select c from SalesChannel c order by c.code", SalesChannel.class)
                .getResultStream()
                .map(SalesChannel::view)
                .toList();
    }

    private List<UserView> readUsers(EntityManager em) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "select u.login, u.display_name, u.language, c.channel_id, u.endpoint from app_user u"
                                + " left join channel_user c on c.user_id = u.id order by u.login")
                .getResultList();
        Map<Object, List<QueuePlace>> queues = readQueues(em);
        return rows.stream().collect(Collectors.groupingBy(row -> row[0])).values().stream()
                .map(own -> user(own, queues.getOrDefault(own.get(0)[0], List.of())))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, List<QueuePlace>> readQueues(EntityManager em) {
        List<Object[]> rows = em.createNativeQuery("select u.login, m.queue, m.penalty from app_user u"
                        + " join queue_membership m on m.user_id = u.id order by u.login, m.queue")
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row[0],
                        Collectors.mapping(
                                row -> new QueuePlace((String) row[1], ((Number) row[2]).intValue()),
                                Collectors.toList())));
    }

    private UserView user(List<Object[]> rows, List<QueuePlace> queues) {
        String[] names =
                Arrays.stream(rows.get(0)).limit(3).map(String::valueOf).toArray(String[]::new);
        List<ChannelView> listed = channels().stream()
                .filter(c -> rows.stream().anyMatch(r -> r[3] instanceof Number id && id.longValue() == c.id()))
                .toList();
        return new UserView(names[0], names[1], names[2], (String) rows.get(0)[4], Set.of(Role.AGENT), listed, queues);
    }
}
