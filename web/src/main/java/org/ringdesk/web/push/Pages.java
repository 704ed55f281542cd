package org.ringdesk.web.push;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pages open on this server: every user's own, and those that watch the floor. */
@ApplicationScoped
public class Pages {
    private static final long SEND_MILLIS = 10_000;
    private static final String REREAD = "{\"type\":\"reread\"}";

    private final Map<String, Set<Outbox>> desks = new ConcurrentHashMap<>();
    private final Map<String, Set<Outbox>> floors = new ConcurrentHashMap<>();

    @Resource
    private ManagedExecutorService closer;

    Outbox open(Session session, String login, boolean floor) {
        session.getContainer().setAsyncSendTimeout(SEND_MILLIS);
        Outbox outbox = new Outbox(session, closer);
        of(floor).computeIfAbsent(login, l -> ConcurrentHashMap.newKeySet()).add(outbox);
        return outbox;
    }

    void closed(String login, Outbox outbox, boolean floor) {
        of(floor).computeIfPresent(login, (l, boxes) -> {
            boxes.remove(outbox);
            return boxes.isEmpty() ? null : boxes;
        });
    }

    /** Whether any page here would show what concerns this user. */
    boolean shows(String login) {
        return !floors.isEmpty() || desks.containsKey(login);
    }

    /** Who has a page of their own open on this server. */
    Set<String> desks() {
        return Set.copyOf(desks.keySet());
    }

    void take(Posting posting) {
        String frame = posting.frame();
        switch (posting.to()) {
            case DESK -> toDesk(posting.login(), frame);
            case DESK_AND_FLOOR -> {
                toDesk(posting.login(), frame);
                toAll(floors, frame);
            }
            case DESKS_AND_FLOOR -> {
                toAll(desks, frame);
                toAll(floors, frame);
            }
        }
    }

    /** Something was missed: every page reads what it shows anew. */
    void reread() {
        toAll(desks, REREAD);
        toAll(floors, REREAD);
    }

    private void toDesk(String login, String frame) {
        desks.getOrDefault(login, Set.of()).forEach(box -> box.offer(frame));
    }

    private static void toAll(Map<String, Set<Outbox>> pages, String frame) {
        pages.values().forEach(boxes -> boxes.forEach(box -> box.offer(frame)));
    }

    void letGo(String login) {
        desks.getOrDefault(login, Set.of()).forEach(Outbox::close);
        floors.getOrDefault(login, Set.of()).forEach(Outbox::close);
    }

    private Map<String, Set<Outbox>> of(boolean floor) {
        return floor ? floors : desks;
    }
}
