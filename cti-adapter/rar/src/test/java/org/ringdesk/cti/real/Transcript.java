package org.ringdesk.cti.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;

/** What the link told, in words; facts of the second call and those after it begin with their number. */
final class Transcript {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration OFTEN = Duration.ofMillis(20);
    /** Begins a line whose place is not certain: channels that have nothing to do with each other speak in any order. */
    private static final String ANYWHERE = "~ ";
    /** Begins a line that is told when two who hang up together do so in that order. */
    private static final String PERHAPS = "? ";

    private final List<CtiEvent> events = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final Map<CallId, Integer> numbers = new LinkedHashMap<>();
    private final Set<CallId> open = new HashSet<>();
    private Words words = new Words();
    private LinkState state = LinkState.CONNECTING;

    synchronized void take(CtiEvent event) {
        events.add(event);
        if (event instanceof LinkChanged link) {
            state = link.state();
            links.add(link.state() + " " + link.detail());
        } else if (event instanceof CallEvent fact) {
            take(fact);
        }
    }

    private void take(CallEvent fact) {
        int number = numbers.computeIfAbsent(fact.call(), call -> numbers.size() + 1);
        lines.add((number == 1 ? "" : number + ": ") + words.of(fact));
        if (fact instanceof CallEvent.Started) {
            open.add(fact.call());
        } else if (fact instanceof CallEvent.Ended) {
            open.remove(fact.call());
        } else if (fact instanceof CallEvent.Merged merged) {
            open.remove(merged.gone());
        }
    }

    /** A new page. */
    synchronized void begin() {
        events.clear();
        lines.clear();
        links.clear();
        numbers.clear();
        words = new Words();
    }

    synchronized LinkState state() {
        return state;
    }

    /** For the reader of a failure. */
    @Override
    public synchronized String toString() {
        return "Link: " + links + "\nTold:\n  " + String.join("\n  ", lines);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    synchronized <T extends CtiEvent> List<T> of(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends CtiEvent> T last(Class<T> kind) {
        List<T> all = of(kind);
        assertThat(all).as("%s in %s", kind.getSimpleName(), lines()).isNotEmpty();
        return all.get(all.size() - 1);
    }

    synchronized Set<CallId> open() {
        return Set.copyOf(open);
    }

    /** The name of the latest channel of a device. */
    synchronized String channel(String endpoint) {
        List<Leg> legs = new ArrayList<>();
        for (CtiEvent event : events) {
            if (event instanceof CallEvent.Ringing ringing) {
                legs.addAll(ringing.targets());
            } else if (event instanceof CallEvent.Talking talking) {
                legs.addAll(List.of(talking.a(), talking.b()));
            } else if (event instanceof CallEvent.Started started) {
                legs.add(started.first());
            }
        }
        legs.removeIf(leg -> !leg.endpoint().equals(endpoint));
        assertThat(legs).as("channels of %s", endpoint).isNotEmpty();
        return legs.get(legs.size() - 1).channel();
    }

    /** Waits until a device rings and it was told for whom. */
    void awaitRinging(String endpoint) {
        waitFor(endpoint + " rings", () -> {
            long begun = of(CallEvent.Ringing.class).stream()
                    .flatMap(ringing -> ringing.targets().stream())
                    .filter(target -> target.endpoint().equals(endpoint))
                    .count();
            long ended = of(CallEvent.RingEnded.class).stream()
                    .filter(ring -> ring.target().endpoint().equals(endpoint))
                    .count();
            return begun > ended;
        });
    }

    /** Waits for a line. */
    void await(String line) {
        await(line, PATIENCE);
    }

    void await(String line, Duration patience) {
        waitFor(line, patience, () -> lines().contains(line));
    }

    /** Waits until the last line is this one. */
    void awaitLast(String line) {
        waitFor(line, () -> {
            List<String> all = lines();
            return !all.isEmpty() && all.get(all.size() - 1).equals(line);
        });
    }

    void awaitState(LinkState wanted) {
        waitFor(wanted.name(), () -> state() == wanted);
    }

    /** Waits for anything, and shows what was told when it does not come. */
    void waitFor(String what, Callable<Boolean> so) {
        waitFor(what, PATIENCE, so);
    }

    void waitFor(String what, Duration patience, Callable<Boolean> so) {
        try {
            Awaitility.await(what).pollInterval(OFTEN).atMost(patience).until(so);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("In vain: " + what + '\n' + this, e);
        }
    }

    /** As {@link #tells}, of a call that began with somebody from outside whom an agent answered, by the queue for orders. */
    void tellsOfTalk(String caller, String agent, String... expected) {
        tells(Stream.concat(
                        Stream.of(
                                "inbound call by " + caller + " to " + Stage.ORDERS,
                                "waits in orders-de at 1",
                                agent + " rings for " + caller + " of orders-de",
                                agent + " rings no more: answer",
                                "left orders-de connected",
                                caller + " talks with " + agent),
                        Stream.of(expected))
                .toArray(String[]::new));
    }

    /**
     * This was told and nothing else, and every call is over. A line that begins with a tilde may stand anywhere, one with a
     * question mark may also be missing.
     */
    void tells(String... expected) {
        List<String> order = new ArrayList<>();
        List<String> anywhere = new ArrayList<>();
        List<String> perhaps = new ArrayList<>();
        for (String line : expected) {
            String text = line.substring(Math.min(line.length(), 2));
            if (line.startsWith(ANYWHERE)) {
                anywhere.add(text);
            } else if (line.startsWith(PERHAPS)) {
                perhaps.add(text);
            } else {
                order.add(line);
            }
        }
        // a phone may be refused before anything was told of its call: that no call is open is not enough
        waitFor(
                "that every call is over, and " + order + " and " + anywhere,
                () -> open().isEmpty() && lines().containsAll(order) && lines().containsAll(anywhere));
        List<String> told = new ArrayList<>(lines());
        anywhere.forEach(told::remove);
        perhaps.forEach(told::remove);
        assertThat(told).as("told in order").containsExactlyElementsOf(order);
    }
}
