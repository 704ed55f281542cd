package org.ringdesk.imports.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ringdesk.shared.Barcodes;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.intake.IntakeField;
import org.ringdesk.shared.intake.IntakeField.Content;

/**
 * A file of comma separated values (RFC 4180), or semicolons where its first line has one, read row by row: UTF-8 with or without
 * a byte order mark, a header with the columns in any order. A subject that came before is refused in its row.
 */
public final class CsvFile implements AutoCloseable {
    private static final int MARK = 0xFEFF;
    private static final int CARD_DIGITS = 15;

    private final List<IntakeField> fields;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private final Map<String, Long> seen = new HashMap<>();
    private long readable;

    private CsvFile(byte[] content, List<IntakeField> fields) throws IOException {
        this.fields = fields;
        Reader reader = new InputStreamReader(
                new ByteArrayInputStream(content),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        PushbackReader text = new PushbackReader(reader);
        int first = text.read();
        if (first != MARK && first >= 0) {
            text.unread(first);
        }
        parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(content))
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get()
                .parse(text);
        records = parser.iterator();
        columns = header();
    }

    /**
     * @throws Refusal {@code import.file.empty}, {@code import.file.encoding}, {@code import.file.malformed} with the line,
     *     {@code import.file.columns.unknown}, {@code import.file.columns.missing}, {@code import.file.columns.twice}
     */
    public static CsvFile open(byte[] content, List<IntakeField> fields) {
        try {
            return new CsvFile(content, fields);
        } catch (CharacterCodingException e) {
            throw new Refusal("import.file.encoding");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char delimiter(byte[] content) {
        for (byte one : content) {
            if (one == ';') {
                return ';';
            }
            if (one == '\n' || one == '\r') {
                break;
            }
        }
        return ',';
    }

    private List<String> header() {
        if (!more()) {
            throw new Refusal("import.file.empty");
        }
        List<String> names = new ArrayList<>();
        next().forEach(name -> names.add(
                name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_')));
        Set<String> known = fields.stream().map(IntakeField::name).collect(Collectors.toSet());
        Set<String> once = new HashSet<>();
        Set<String> unknown = new TreeSet<>();
        for (String name : names) {
            if (CardNumbers.isIn(name)) {
                throw new Refusal("import.file.card", 1, "");
            }
            if (!known.contains(name)) {
                unknown.add(name.isEmpty() ? "?" : name.substring(0, Math.min(40, name.length())));
            } else if (!once.add(name)) {
                throw new Refusal("import.file.columns.twice", name);
            }
        }
        if (!unknown.isEmpty()) {
            String all = fields.stream().map(IntakeField::name).collect(Collectors.joining(", "));
            throw new Refusal("import.file.columns.unknown", String.join(", ", unknown), all);
        }
        List<String> missing = fields.stream()
                .filter(f -> f.required() && !once.contains(f.name()))
                .map(IntakeField::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal("import.file.columns.missing", String.join(", ", missing));
        }
        return List.copyOf(names);
    }

    /** In the file's order. */
    public List<String> columns() {
        return columns;
    }

    /**
     * The next rows, at most so many; none at the end.
     *
     * @throws Refusal {@code import.file.card} with line and column, {@code import.file.malformed}, {@code import.file.encoding}
     */
    public List<CsvLine> next(int most) {
        List<CsvLine> lines = new ArrayList<>();
        while (lines.size() < most && more()) {
            CSVRecord row = next();
            long number = parser.getCurrentLineNumber() - breaks(row);
            lines.add(line(row, number));
        }
        return lines;
    }

    private CsvLine line(CSVRecord row, long number) {
        for (int i = 0; i < row.size(); i++) {
            String column = i < columns.size() ? columns.get(i) : "";
            if (isCard(row.get(i), column)) {
                throw new Refusal("import.file.card", number, column);
            }
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
            cells.put(columns.get(i), row.get(i));
        }
        if (row.size() != columns.size()) {
            return new CsvLine(number, cells, new Refusal("import.row.cells", row.size(), columns.size()));
        }
        String subject = fields.stream()
                .filter(IntakeField::key)
                .map(f -> cells.getOrDefault(f.name(), "").strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
        Long before = subject.isBlank() ? null : seen.putIfAbsent(subject, number);
        return new CsvLine(number, cells, before == null ? null : new Refusal("import.row.twice", before));
    }

    private boolean isCard(String cell, String column) {
        Content content = fields.stream()
                .filter(f -> f.name().equals(column))
                .map(IntakeField::content)
                .findFirst()
                .orElse(Content.TEXT);
        return switch (content) {
            case TEXT -> CardNumbers.isIn(cell);
            case BARCODE -> !Barcodes.isGtin(cell.strip()) && CardNumbers.isIn(cell);
            case PHONES -> Arrays.stream(cell.split("\\|")).anyMatch(CsvFile::isCardAmongPhones);
        };
    }

    /** Telephone numbers have fewer digits in practice; with so many a right check digit is no coincidence. */
    private static boolean isCardAmongPhones(String phone) {
        return phone.codePoints().filter(Character::isDigit).count() >= CARD_DIGITS && CardNumbers.isIn(phone);
    }

    private static long breaks(CSVRecord row) {
        return row.stream()
                .mapToLong(cell -> cell.lines().count() + (cell.endsWith("\n") ? 1 : 0) - 1)
                .filter(breaks -> breaks > 0)
                .sum();
    }

    private boolean more() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private CSVRecord next() {
        try {
            CSVRecord row = records.next();
            readable = parser.getCurrentLineNumber();
            return row;
        } catch (UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private Refusal unreadable(UncheckedIOException e) {
        return e.getCause() instanceof CharacterCodingException
                ? new Refusal("import.file.encoding")
                : new Refusal("import.file.malformed", readable);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
