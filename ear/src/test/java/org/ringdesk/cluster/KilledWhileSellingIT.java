package org.ringdesk.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringdesk.bench.FaultRun;

/** What {@code bin/bench faults} does at length: the server is killed while orders are submitted, and the books are right after it. */
@Timeout(900)
class KilledWhileSellingIT {
    private static final int CLIENTS = 4;
    private static final int SUBMITS = 160;
    private static final int KILLS = 2;

    @Test
    void noOrderIsLostOrDoubledOrChargedWithoutOne() throws Exception {
        Path root =
                Path.of(System.getProperty("ringdesk.root")).toAbsolutePath().normalize();
        Path directory = Files.createDirectories(Path.of("target", "cluster").toAbsolutePath());
        long seed = System.nanoTime();
        FaultRun.Books books = new FaultRun(CLIENTS, SUBMITS, KILLS, seed)
                .run(root, Files.createTempDirectory(directory, "selling"), kill -> {});
        System.out.printf("killed while selling: %s%n", books);
        assertThat(books.areRight())
                .as("the books, by seed %d: %s", seed, books)
                .isTrue();
        assertThat(books.submitted()).isEqualTo(SUBMITS);
        assertThat(books.retried()).as("the kills came while clients waited").isPositive();
    }
}
