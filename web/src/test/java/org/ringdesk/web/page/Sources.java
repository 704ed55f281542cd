package org.ringdesk.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The module's own files, as they are in the tree. */
final class Sources {
    static final Path WEBAPP = Path.of("src", "main", "webapp");
    static final Path JAVA = Path.of("src", "main", "java");

    private Sources() {}

    static List<Path> files(Path below, String ending) {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first groups of all matches in the files. */
    static Set<String> found(Path below, String ending, String regex) {
        Pattern pattern = Pattern.compile(regex);
        Set<String> found = new TreeSet<>();
        for (Path file : files(below, ending)) {
            pattern.matcher(text(file)).results().forEach(m -> found.add(m.group(1)));
        }
        return found;
    }
}
