package org.ringdesk.imports;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a file.
 *
 * @param line of the file, from 1; where the row begins
 * @param column null when it is the row as a whole
 * @param reason the key of a refusal
 */
public record FaultView(long line, @Nullable String column, String reason, List<String> arguments)
        implements Serializable {}
