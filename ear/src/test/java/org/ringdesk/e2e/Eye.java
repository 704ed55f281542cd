package org.ringdesk.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Looks at a page as it stands, light and dark: whether axe finds a barrier in it, whether it needs to be scrolled sideways. It
 * can take pictures in two sizes into {@code target/e2e/walk}.
 */
final class Eye {
    private static final int[][] SIZES = {{1366, 768}, {1920, 1080}};
    private static final String AXE = script();
    /** What hinders somebody: its name, where, and what axe says of it. */
    private static final String BARRIERS = """
            () => axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .flatMap(v => v.nodes.map(n => v.id + ' at ' + n.target.join(' ') + ': ' + n.failureSummary.replace(/\\s+/g, ' '))))
            """;

    /** Whose text or fields do not fit into it at the smaller size. */
    private static final String TOO_NARROW = """
            () => [document.documentElement, ...document.querySelectorAll('main, .column, .card, .sheet, .sections section')]
              .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.id || e.className || e.tagName)
            """;

    /** Escape goes back one step, whichever is the innermost. */
    private static final String TWICE = """
            () => {
              const seen = [...document.querySelectorAll('[data-key]')].filter(n => n.dataset.key !== 'Escape' && !n.hidden
                && !n.disabled && (n.closest('.menu') ?? n).getClientRects().length > 0).map(n => n.dataset.key);
              return seen.filter((key, i) => seen.indexOf(key) !== i);
            }
            """;

    private static final String SHIFTS = """
            () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
              window.shifts = [];
              window.watch?.disconnect();
              window.watch = new PerformanceObserver(list => list.getEntries().forEach(e => window.shifts.push([e.value,
                e.sources.map(s => `${s.node?.id || s.node?.className || s.node?.nodeName} ${JSON.stringify(s.previousRect)} to ${JSON.stringify(s.currentRect)}`)])));
              window.watch.observe({ type: 'layout-shift' });
              done();
            }, 0))))
            """;

    /** The share of the window that moved in all has to be seen. */
    private static final String JUMPED = """
            () => new Promise(done => requestAnimationFrame(() => setTimeout(
              () => done(window.shifts.reduce((sum, [share]) => sum + share, 0) < 0.01 ? [] : window.shifts), 0)))
            """;

    private final String language;
    private final boolean pictures;
    private final List<String> found = new ArrayList<>();

    Eye(String language, boolean pictures) {
        this.language = language;
        this.pictures = pictures;
    }

    void look(Page page, String state) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String light = scheme.name().toLowerCase(Locale.ROOT);
            page.evaluate(AXE);
            ((List<?>) page.evaluate(BARRIERS)).forEach(barrier -> found.add(state + ' ' + light + ": " + barrier));
            if (pictures) {
                for (int[] size : SIZES) {
                    page.setViewportSize(size[0], size[1]);
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of(
                                    "target",
                                    "e2e",
                                    "walk",
                                    state + '-' + language + '-' + light + '-' + size[0] + ".png")));
                }
                page.setViewportSize(SIZES[0][0], SIZES[0][1]);
            }
        }
        keysTwice(page).forEach(key -> found.add(state + ": two things have the key " + key));
        ((List<?>) page.evaluate(TOO_NARROW)).forEach(where -> found.add(state + ": too narrow is " + where));
    }

    /** From here on what jumps is counted. */
    void beginToWatch(Page page) {
        page.evaluate(SHIFTS);
    }

    /** What moved by itself, as browsers measure layout shifts, if it is more than hardly seen. */
    List<?> jumped(Page page) {
        return (List<?>) page.evaluate(JUMPED);
    }

    List<String> found() {
        return found;
    }

    /** Keys that mean two things which can both be done now. */
    static List<?> keysTwice(Page page) {
        return (List<?>) page.evaluate(TWICE);
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(Eye.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
