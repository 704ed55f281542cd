package org.ringdesk.testing;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.domain.SalesChannel;
import org.ringdesk.administration.store.Directory;

/** The demo company's channels and people without their queues, which EclipseLink reads only when it has woven the classes. */
final class TestDirectory extends Directory {
    private final Lazy<List<ChannelView>> channels;
    private final Lazy<List<UserView>> users;

    TestDirectory(Rooms rooms) {
        channels = new Lazy<>(() -> rooms.query(TestDirectory::readChannels));
        users = new Lazy<>(() -> rooms.query(this::readUsers));
    }

    @Override
    public List<ChannelView> channels() {
        return channels.get();
    }

    @Override
    public Optional<UserView> user(String login) {
        return users.get().stream().filter(u -> u.login().equals(login)).findFirst();
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
                        "select u.login, u.display_name, u.language, c.channel_id from app_user u"
                                + " left join channel_user c on c.user_id = u.id order by u.login")
                .getResultList();
        return rows.stream().collect(Collectors.groupingBy(row -> row[0])).values().stream()
                .map(this::user)
                .toList();
    }

    private UserView user(List<Object[]> rows) {
        String[] names =
                Arrays.stream(rows.get(0)).limit(3).map(String::valueOf).toArray(String[]::new);
        List<ChannelView> listed = channels().stream()
                .filter(c -> rows.stream().anyMatch(r -> r[3] instanceof Number id && id.longValue() == c.id()))
                .toList();
        return new UserView(names[0], names[1], names[2], null, Set.of(), listed, List.of());
    }
}
