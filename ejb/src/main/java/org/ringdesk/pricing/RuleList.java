package org.ringdesk.pricing;

import java.io.Serializable;
import java.util.List;

/** A page of rules, and how many there are in all. */
public record RuleList(List<Row> rows, int total) implements Serializable {

    /**
     * @param place the channel, group or country that it is for, empty for all
     * @param code what it is called by, with its name or what it is for beside it
     * @param from the first day, ISO 8601, empty for always; the same for {@code to}, the last one
     * @param on whether it is switched on
     */
    public record Row(String key, String place, String code, String name, String from, String to, boolean on)
            implements Serializable {}
}
