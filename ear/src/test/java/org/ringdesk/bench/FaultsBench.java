package org.ringdesk.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Submits with the server killed every few hundred of them.
 *
 * <p>Arguments: project root, work directory, and as the fifth how many submits.
 */
public final class FaultsBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int CLIENTS = 8;
    private static final int SUBMITS_A_KILL = 400;

    private FaultsBench() {}

    public static void main(String[] args) throws Exception {
        int submits = Integer.parseInt(args[4]);
        long seed = System.nanoTime();
        OUT.printf("%,d submits by %d clients, seed %d%n", submits, CLIENTS, seed);
        FaultRun run = new FaultRun(CLIENTS, submits, Math.max(1, submits / SUBMITS_A_KILL), seed);
        FaultRun.Books books = run.run(
                Path.of(args[0]).toAbsolutePath().normalize(),
                Files.createDirectories(Path.of(args[1])).toAbsolutePath(),
                kill -> OUT.printf("killed %d times%n", kill));
        OUT.printf(
                "%,d submits answered, %,d placed, %,d asked again, %d kills; unpaid %d, doubled %d, charged without an order %d,"
                        + " unsettled %d%n",
                books.submitted(),
                books.placed(),
                books.retried(),
                books.kills(),
                books.unpaid(),
                books.doubled(),
                books.orphans(),
                books.unsettled());
        OUT.println(books.areRight() ? "the books are right" : "THE BOOKS ARE WRONG");
        System.exit(books.areRight() ? 0 : 1);
    }
}
