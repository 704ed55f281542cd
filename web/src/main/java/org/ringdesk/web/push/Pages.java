package org.ringdesk.web.push;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The pages open on this server: every user's own, those that watch the floor, and those that go through work queues. */
@ApplicationScoped
public class Pages {
    private static final long SEND_MILLIS = 10_000;
    private static final String REREAD = "{\"type\":\"reread\"}";

    /** What a page shows. */
    enum Kind {
        DESK,
        FLOOR,
        QUEUES
    }

    private final Map<String, Set<Outbox>> desks = new ConcurrentHashMap<>();
    private final Map<String, Set<Outbox>> floors = new ConcurrentHashMap<>();
    private final Map<String, Set<Outbox>> queues = new ConcurrentHashMap<>();

    @Inject
    private Onlookers onlookers;

    @Resource
    private ManagedExecutorService closer;

    Outbox open(Session session, String login, Kind kind) {
        session.getContainer().setAsyncSendTimeout(SEND_MILLIS);
        Outbox outbox = new Outbox(session, closer, kind);
        of(kind).computeIfAbsent(login, l -> ConcurrentHashMap.newKeySet()).add(outbox);
        return outbox;
    }

    void closed(String login, Outbox outbox, Kind kind) {
        of(kind).computeIfPresent(login, (l, boxes) -> {
            boxes.remove(outbox);
            return boxes.isEmpty() ? null : boxes;
        });
    }

    /** The user's page that was told this id. */
    Optional<Outbox> find(String login, String id) {
        return Stream.of(Kind.values())
                .flatMap(kind -> of(kind).getOrDefault(login, Set.of()).stream())
                .filter(box -> box.id().equals(id))
                .findFirst();
    }

    /** Whether any page here would show what concerns this user. */
    boolean shows(String login) {
        return !floors.isEmpty() || desks.containsKey(login);
    }

    /** Who has a page of their own open on this server. */
    Set<String> desks() {
        return Set.copyOf(desks.keySet());
    }

    void take(Told told) {
        if (told instanceof Presence presence) {
            onlookers.take(presence);
        } else if (told instanceof Posting posting) {
            take(posting);
        }
    }

    private void take(Posting posting) {
        String frame = posting.frame();
        switch (posting.to()) {
            case DESK -> toDesk(posting.login(), frame);
            case DESK_AND_ORDER -> {
                toDesk(posting.login(), frame);
                onlookers.offer(posting.order(), frame, posting.login());
            }
            case DESK_AND_FLOOR -> {
                toDesk(posting.login(), frame);
                toAll(floors, frame);
            }
            case QUEUES -> toAll(queues, frame);
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
        toAll(queues, REREAD);
    }

    private void toDesk(String login, String frame) {
        desks.getOrDefault(login, Set.of()).forEach(box -> box.offer(frame));
    }

    private static void toAll(Map<String, Set<Outbox>> pages, String frame) {
        pages.values().forEach(boxes -> boxes.forEach(box -> box.offer(frame)));
    }

    void letGo(String login) {
        for (Kind kind : Kind.values()) {
            of(kind).getOrDefault(login, Set.of()).forEach(Outbox::close);
        }
    }

    private Map<String, Set<Outbox>> of(Kind kind) {
        return switch (kind) {
            case DESK -> desks;
            case FLOOR -> floors;
            case QUEUES -> queues;
        };
    }
}
