package org.ringdesk.imports;

import java.io.Serializable;
import java.util.List;
import org.ringdesk.shared.intake.RowResult.Outcome;

/**
 * The first rows of a file as they are read.
 *
 * @param columns those that the file has
 */
public record PreviewView(List<String> columns, List<Row> rows) implements Serializable {

    /** @param cells by column; as it stands in the file where it cannot be read */
    public record Row(long line, Outcome outcome, List<String> cells) implements Serializable {}
}
