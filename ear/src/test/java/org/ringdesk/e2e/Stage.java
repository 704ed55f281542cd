package org.ringdesk.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ringdesk.e2e.support.Database;
import org.ringdesk.e2e.support.Pbx;
import org.ringdesk.e2e.support.RunningRingdesk;

/** PBX, database, Ringdesk and browser: started once for all tests that ask for it, stopped after the last. */
final class Stage implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final Path DIRECTORY = Path.of("target", "e2e").toAbsolutePath();
    /** A busy machine answers late, and rightly. */
    private static final double PATIENCE = 20_000;

    private static final int AMI_PORT = 15138;
    private static final int SIP_PORT = 15260;
    private static final int BRANCH_AMI_PORT = 15139;
    private static final int BRANCH_SIP_PORT = 15261;

    final Pbx pbx;
    /** Another, older one, with phones and queues of the same names. */
    final Pbx branch;

    final Facts database;
    final Database postgres;
    RunningRingdesk ringdesk;
    private final Path data;
    private final Playwright playwright;
    final Browser browser;
    private final AtomicInteger customers = new AtomicInteger();

    private Stage() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(AgentPage.SOON);
        Files.createDirectories(DIRECTORY);
        data = Files.createTempDirectory(DIRECTORY, "data");
        pbx = new Pbx(22, AMI_PORT, SIP_PORT);
        pbx.start();
        branch = new Pbx(16, BRANCH_AMI_PORT, BRANCH_SIP_PORT);
        branch.start();
        postgres = new Database(data.resolve("postgres"));
        database = new Facts(postgres.source());
        ringdesk = new RunningRingdesk(data, pbx, branch, postgres.url());
        playwright = Playwright.create();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        String chromium = System.getenv().getOrDefault("RINGDESK_CHROMIUM", "/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    AgentPage agent(String login) {
        return new AgentPage(this, login);
    }

    /**
     * A British customer, another one each time: an agent's open draft for a customer is taken up again, not begun anew.
     */
    String nextCustomer() {
        return nextCustomer("GB");
    }

    String nextCustomer(String country) {
        return String.valueOf(database.row(
                        "select number from customer where country = ? order by number offset ? limit 1",
                        country,
                        customers.getAndIncrement())
                .get("number"));
    }

    /** After it was killed: with what it had written, and nothing it had in memory. */
    void startRingdeskAgain() {
        ringdesk = new RunningRingdesk(data, pbx, branch, postgres.url());
    }

    @Override
    public void close() throws Exception {
        browser.close();
        playwright.close();
        ringdesk.close();
        postgres.close();
        branch.close();
        pbx.close();
    }

    /** Hands the one stage to the tests. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Stage.class))
                    .getOrComputeIfAbsent(Stage.class, key -> open(), Stage.class);
        }

        private static Stage open() {
            try {
                return new Stage();
            } catch (Exception e) {
                throw new IllegalStateException("The stage could not be set", e);
            }
        }
    }
}
