package org.ringdesk.web.orders;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.payments.WorkAge;
import org.ringdesk.payments.WorkFilter;
import org.ringdesk.payments.WorkQueue;
import org.ringdesk.payments.WorkQueues;
import org.ringdesk.payments.WorkView;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.Words;

/** One work queue as its address names it, with how many wait in the others. */
@Named
@ViewScoped
public class WorkPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private WorkQueues work;

    @Inject
    private Me me;

    @Inject
    private Words words;

    @Inject
    private Clock clock;

    private WorkQueue queue = WorkQueue.DECLINED;
    private WorkAge age = WorkAge.ANY;
    private String channel = "";
    private int from;
    private boolean named;
    private Map<WorkQueue, Long> counts = Map.of();
    private List<WorkView> rows = List.of();

    /** Without a queue in the address the first one in which something waits is shown. */
    public void read() {
        WorkFilter filter = new WorkFilter(channel.isEmpty() ? null : new ChannelCode(channel), age);
        counts = work.counts(filter);
        if (!named) {
            queue = Arrays.stream(WorkQueue.values())
                    .filter(counts::containsKey)
                    .findFirst()
                    .orElse(WorkQueue.DECLINED);
            named = true;
        }
        // what was on the last page may be done
        long last = Math.max(0, count(queue) - 1) / WorkQueues.PAGE * WorkQueues.PAGE;
        from = (int) Math.min(from, last);
        rows = work.list(queue, filter, from);
    }

    public long count(WorkQueue of) {
        return counts.getOrDefault(of, 0L);
    }

    public List<WorkView> getRows() {
        return rows;
    }

    public List<WorkQueue> getQueues() {
        return List.of(WorkQueue.values());
    }

    public List<WorkAge> getAges() {
        return List.of(WorkAge.values());
    }

    /** How long something waits, in its largest unit. */
    public String waits(Instant since) {
        Duration time = Duration.between(since, clock.instant());
        if (time.toHours() < 1) {
            return words.of("work.minutes", Math.max(0, time.toMinutes()));
        }
        return time.toDays() < 1 ? words.of("work.hours", time.toHours()) : words.of("work.days", time.toDays());
    }

    /** Which of how many are shown; empty where all are. */
    public String getShown() {
        long all = count(queue);
        return all <= WorkQueues.PAGE ? "" : words.of("work.shown", from + 1, from + rows.size(), all);
    }

    public boolean isMore() {
        return from + rows.size() < count(queue);
    }

    public int getNewer() {
        return from + WorkQueues.PAGE;
    }

    public int getOlder() {
        return Math.max(0, from - WorkQueues.PAGE);
    }

    public String getQueue() {
        return queue.name();
    }

    /** What is no queue is the first one. */
    public void setQueue(@Nullable String typed) {
        Arrays.stream(WorkQueue.values()).filter(q -> q.name().equals(typed)).forEach(q -> {
            queue = q;
            named = true;
        });
    }

    public String getAge() {
        return age.name();
    }

    public void setAge(@Nullable String typed) {
        age = Arrays.stream(WorkAge.values())
                .filter(a -> a.name().equals(typed))
                .findFirst()
                .orElse(WorkAge.ANY);
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(@Nullable String typed) {
        channel = me.getChannels().stream()
                .map(c -> c.code().value())
                .filter(code -> code.equals(typed))
                .findFirst()
                .orElse("");
    }

    public int getFrom() {
        return from;
    }

    public void setFrom(int from) {
        this.from = Math.max(0, from);
    }
}
