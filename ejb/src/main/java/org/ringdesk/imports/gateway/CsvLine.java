package org.ringdesk.imports.gateway;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;

/**
 * A row of a file.
 *
 * @param number of the line where it begins, from 1
 * @param cells by column
 * @param fault why it cannot be read as a row
 */
public record CsvLine(
        long number, Map<String, String> cells, @Nullable Refusal fault) {}
