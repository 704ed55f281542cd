package org.ringdesk.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** When each call was put on the wire and when its pop reached the browser's side. */
final class Arrivals {
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Histogram micros = new ConcurrentHistogram(60_000_000L, 3);

    void sent(String number, long nanos) {
        sent.put(number, nanos);
    }

    /** Counts the first complete pop of a call; what comes later or of calls that were not sent does not count. */
    void arrived(String number, long nanos) {
        Long start = sent.remove(number);
        if (start != null) {
            micros.recordValue(Math.max(1, (nanos - start) / 1000));
        }
    }

    int missing() {
        return sent.size();
    }

    double percentile(double p) {
        return micros.getValueAtPercentile(p) / 1000.0;
    }

    String line(String name) {
        return String.format(
                "%-22s %6d pops  p50 %7.2f ms  p99 %7.2f ms  max %7.2f ms  missing %d",
                name, micros.getTotalCount(), percentile(50), percentile(99), micros.getMaxValue() / 1000.0, missing());
    }
}
