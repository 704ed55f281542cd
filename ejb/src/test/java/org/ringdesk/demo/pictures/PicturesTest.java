package org.ringdesk.demo.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ringdesk.demo.domain.DemoCompany;
import org.ringdesk.demo.domain.Product;

/**
 * The files in the web module are what the motifs give, beside the one for products without a picture;
 * {@code -Dpictures.draw=true} draws them anew.
 */
class PicturesTest {
    private static final String NO_PICTURE = "no-picture.svg";
    private static final Path FOLDER = Path.of("..", "web", "src", "main", "webapp", "resources", "pictures");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);
    private static final Set<String> WANTED = DemoCompany.asOf(CLOCK, DemoCompany.SEED).products().stream()
            .map(Product::picture)
            .collect(Collectors.toCollection(TreeSet::new));

    private final PictureBook book = new PictureBook();

    @BeforeAll
    static void drawWhenAsked() throws IOException {
        if (Boolean.getBoolean("pictures.draw")) {
            Files.createDirectories(FOLDER);
            for (String old : files()) {
                Files.delete(FOLDER.resolve(old));
            }
            PictureBook book = new PictureBook();
            for (String name : WANTED) {
                Files.writeString(FOLDER.resolve(name), book.draw(name));
            }
        }
    }

    @Test
    void thereIsAFileForEveryPictureAndNoOther() throws IOException {
        assertThat(files()).containsExactlyInAnyOrderElementsOf(WANTED);
        assertThat(FOLDER.resolve(NO_PICTURE)).isNotEmptyFile();
    }

    @Test
    void theFilesAreAsDrawnAndSmall() throws IOException {
        for (String name : WANTED) {
            Path file = FOLDER.resolve(name);
            assertThat(file).hasContent(book.draw(name));
            assertThat(Files.size(file)).as(name).isLessThan(2048);
            assertThat(Files.readString(file)).as(name).doesNotContain("$");
        }
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.map(p -> p.getFileName().toString())
                    .filter(name -> !name.equals(NO_PICTURE))
                    .collect(Collectors.toSet());
        }
    }
}
