package org.ringdesk.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ringdesk.e2e.support.Pbx;
import org.ringdesk.e2e.support.RunningRingdesk;

/** PBX, database, Ringdesk and browser: started once for all tests that ask for it, stopped after the last. */
final class Stage implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final Path DIRECTORY = Path.of("target", "e2e").toAbsolutePath();
    private static final int AMI_PORT = 15138;
    private static final int SIP_PORT = 15260;

    final Pbx pbx;
    final Facts database;
    final RunningRingdesk ringdesk;
    private final EmbeddedPostgres postgres;
    private final Playwright playwright;
    final Browser browser;

    private Stage() throws Exception {
        Files.createDirectories(DIRECTORY);
        Path data = Files.createTempDirectory(DIRECTORY, "data");
        pbx = new Pbx(AMI_PORT, SIP_PORT);
        pbx.start();
        postgres = EmbeddedPostgres.builder().start();
        database = new Facts(postgres.getPostgresDatabase());
        ringdesk = new RunningRingdesk(
                data, pbx, postgres.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""));
        playwright = Playwright.create();
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

    @Override
    public void close() throws Exception {
        browser.close();
        playwright.close();
        ringdesk.close();
        postgres.close();
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
