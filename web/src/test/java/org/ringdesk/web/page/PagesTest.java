package org.ringdesk.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** What the content policy forbids is not written in the first place, and pages stay small. */
class PagesTest {
    private static final int LINES = 175;

    @Test
    void pagesAreSmallAndWellFormed() {
        assertThat(Sources.files(Sources.WEBAPP, ".xhtml"))
                .hasSizeGreaterThan(10)
                .allSatisfy(file -> {
                    assertThat(Sources.text(file).lines().count()).isLessThan(LINES);
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
                });
    }

    @Test
    void noPageHasInlineStylesOrHandlers() {
        Set<String> found = Sources.found(Sources.WEBAPP, ".xhtml", "\\s((?:style|on[a-z]+))=\"");
        // PrimeFaces puts these two into scripts that carry the nonce
        found.removeAll(Set.of("oncomplete", "onstart"));
        assertThat(found).isEmpty();
    }

    @Test
    void scriptsSetTextsOnlyAsText() {
        assertThat(Sources.found(
                        Sources.WEBAPP, ".js", "(innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\()"))
                .isEmpty();
    }
}
