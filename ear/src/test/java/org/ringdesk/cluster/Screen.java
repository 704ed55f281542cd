package org.ringdesk.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.ringdesk.bench.AgentPages;

/** An agent's page at one of the servers: what was pushed to it, and when. */
final class Screen implements AutoCloseable {
    private final Node node;
    private final AgentPages page;
    private final List<Frame> frames = new ArrayList<>();

    /** {@code at} is a nanoTime. */
    record Frame(String text, long at) {
        boolean holds(String... parts) {
            return List.of(parts).stream().allMatch(text::contains);
        }
    }

    Screen(Node node, String login, String password) throws Exception {
        this.node = node;
        this.page = new AgentPages(node.home(), (text, at) -> took(new Frame(text, at)));
        page.open(login, password);
    }

    private synchronized void took(Frame frame) {
        frames.add(frame);
    }

    private synchronized List<Frame> frames() {
        return List.copyOf(frames);
    }

    /** Forgets what came so far. */
    synchronized void clear() {
        frames.clear();
    }

    /** Waits for a frame with all these parts. */
    Frame await(Duration deadline, String... parts) {
        return Awaitility.await(List.of(parts) + " at " + node.name)
                .atMost(deadline)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> frames().stream().filter(f -> f.holds(parts)).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void close() {
        page.close();
    }
}
