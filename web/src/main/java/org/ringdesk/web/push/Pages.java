package org.ringdesk.web.push;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open pages: every user's own, and those that watch the floor. */
@ApplicationScoped
public class Pages {
    private static final long SEND_MILLIS = 10_000;

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

    void toDesk(String login, String frame) {
        desks.getOrDefault(login, Set.of()).forEach(box -> box.offer(frame));
    }

    void toDesks(String frame) {
        desks.values().forEach(boxes -> boxes.forEach(box -> box.offer(frame)));
    }

    void toFloor(String frame) {
        floors.values().forEach(boxes -> boxes.forEach(box -> box.offer(frame)));
    }

    void letGo(String login) {
        desks.getOrDefault(login, Set.of()).forEach(Outbox::close);
        floors.getOrDefault(login, Set.of()).forEach(Outbox::close);
    }

    private Map<String, Set<Outbox>> of(boolean floor) {
        return floor ? floors : desks;
    }
}
