package org.ringdesk.web.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who has which order open, here and on the other servers. Everybody who has the same one open is told, each time with all of them. A
 * page counts while it is heard of; another server's word while it is repeated. Whether somebody may see an order was asked before.
 */
@ApplicationScoped
public class Onlookers {
    static final Duration SILENCE = Duration.ofSeconds(12);
    static final Duration HEARSAY = Duration.ofSeconds(35);

    private final Map<Outbox, Stay> here = new HashMap<>();
    private final Map<String, Map<String, Hearsay>> elsewhere = new HashMap<>();

    @Inject
    private Clock clock;

    private static final class Stay {
        private final String order;
        private final String login;
        private final String name;
        private boolean typing;
        private boolean away;
        private Instant heard;

        Stay(String order, String login, String name, Instant heard) {
            this.order = order;
            this.login = login;
            this.name = name;
            this.heard = heard;
        }

        Onlooker who() {
            return new Onlooker(login, name, typing);
        }
    }

    private record Hearsay(List<Onlooker> people, Instant said) {}

    /** What the pages of an order are told. */
    public record People(String order, List<Onlooker> people) {}

    @SuppressWarnings("NullAway.Init")
    public Onlookers() {}

    Onlookers(Clock clock) {
        this.clock = clock;
    }

    /** The page has the order open now, and no other. @return the orders of which the others must be told */
    synchronized Set<String> open(Outbox page, String order, String login, String name) {
        Set<String> changed = new HashSet<>(leave(page));
        here.put(page, new Stay(order, login, name, clock.instant()));
        changed.add(order);
        tell(order);
        return changed;
    }

    /** The page closed its order, or went away. */
    synchronized Set<String> leave(Outbox page) {
        Stay stay = here.remove(page);
        return stay == null ? Set.of() : told(stay.order);
    }

    /** The page is still there; one that has no order open says nothing new by it. */
    synchronized Set<String> heard(Outbox page, boolean typing) {
        Stay stay = here.get(page);
        if (stay == null) {
            return Set.of();
        }
        stay.heard = clock.instant();
        boolean same = stay.typing == typing && !stay.away;
        stay.typing = typing;
        stay.away = false;
        return same ? Set.of() : told(stay.order);
    }

    /** Pages that were not heard of for a while are away until they are again. */
    synchronized Set<String> sweep() {
        Instant now = clock.instant();
        Set<String> changed = new HashSet<>();
        for (Stay stay : here.values()) {
            if (!stay.away && stay.heard.plus(SILENCE).isBefore(now)) {
                stay.away = true;
                stay.typing = false;
                changed.add(stay.order);
            }
        }
        elsewhere.values().forEach(orders -> orders.entrySet().removeIf(entry -> {
            boolean old = entry.getValue().said.plus(HEARSAY).isBefore(now);
            if (old) {
                changed.add(entry.getKey());
            }
            return old;
        }));
        changed.forEach(this::tell);
        return changed;
    }

    /** Another server told. */
    synchronized void take(Presence presence) {
        Map<String, Hearsay> orders = elsewhere.computeIfAbsent(presence.server(), s -> new HashMap<>());
        Hearsay before = presence.people().isEmpty()
                ? orders.remove(presence.order())
                : orders.put(presence.order(), new Hearsay(presence.people(), clock.instant()));
        List<Onlooker> known = before == null ? List.of() : before.people;
        if (!known.equals(presence.people())) {
            tell(presence.order());
        }
    }

    /** A server is gone, and with it all who had orders open there. */
    synchronized void forget(String server) {
        Map<String, Hearsay> orders = elsewhere.remove(server);
        if (orders != null) {
            orders.keySet().forEach(this::tell);
        }
    }

    /** What this server tells the others of an order. */
    synchronized List<Onlooker> hereAt(String order) {
        return here.values().stream()
                .filter(stay -> stay.order.equals(order) && !stay.away)
                .map(Stay::who)
                .sorted(Comparator.comparing(Onlooker::login).thenComparing(Onlooker::typing))
                .toList();
    }

    /** The orders that are open here. */
    synchronized Set<String> orders() {
        Set<String> orders = new HashSet<>();
        here.values().forEach(stay -> orders.add(stay.order));
        return orders;
    }

    /** Everybody with the order open, each once. */
    synchronized List<Onlooker> at(String order) {
        Map<String, Onlooker> people = new TreeMap<>();
        List<Onlooker> all = new ArrayList<>(hereAt(order));
        elsewhere.values().forEach(orders -> {
            @Nullable Hearsay said = orders.get(order);
            all.addAll(said == null ? List.of() : said.people);
        });
        all.forEach(one -> people.merge(one.login(), one, (a, b) -> a.typing() ? a : b));
        return List.copyOf(people.values());
    }

    /** A frame for the pages here that have the order open. @param login of one who gets it in any case, and not twice */
    synchronized void offer(String order, String frame, String login) {
        here.forEach((page, stay) -> {
            if (stay.order.equals(order) && !(page.isDesk() && stay.login.equals(login))) {
                page.offer(frame);
            }
        });
    }

    private Set<String> told(String order) {
        tell(order);
        return Set.of(order);
    }

    private void tell(String order) {
        String frame = Feed.frame("onlookers", new People(order, at(order)));
        here.forEach((page, stay) -> {
            if (stay.order.equals(order)) {
                page.offer(frame);
            }
        });
    }
}
