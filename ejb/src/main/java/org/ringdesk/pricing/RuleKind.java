package org.ringdesk.pricing;

import static org.ringdesk.pricing.RuleField.Type.CHOICE;
import static org.ringdesk.pricing.RuleField.Type.DAY;
import static org.ringdesk.pricing.RuleField.Type.FLAG;
import static org.ringdesk.pricing.RuleField.Type.LINES;
import static org.ringdesk.pricing.RuleField.Type.NUMBER;
import static org.ringdesk.pricing.RuleField.Type.SHOWN;
import static org.ringdesk.pricing.RuleField.Type.TEXT;

import java.util.List;

/** What admins set that prices come from, each with its fields in the order in which they are typed. */
public enum RuleKind {
    DISCOUNT(
            fixed("channel", CHOICE),
            fixed("code", TEXT),
            field("name", TEXT),
            field("kind", CHOICE),
            field("steps", LINES),
            field("scope", LINES),
            field("sets", NUMBER),
            field("mode", CHOICE),
            field("coupon", FLAG),
            field("from", DAY),
            field("to", DAY),
            field("active", FLAG)),
    COUPON(
            fixed("channel", CHOICE),
            fixed("code", TEXT),
            field("discount", CHOICE),
            field("alone", FLAG),
            field("most", NUMBER),
            field("each", NUMBER),
            field("uses", SHOWN),
            field("from", DAY),
            field("to", DAY),
            field("active", FLAG)),
    /** What is printed on a mailing: it chooses the prices of a catalog. */
    SOURCE(
            fixed("channel", CHOICE),
            fixed("code", TEXT),
            field("name", TEXT),
            field("catalog", CHOICE),
            field("dialled", CHOICE),
            field("cost", NUMBER),
            field("from", DAY),
            field("to", DAY),
            field("active", FLAG)),
    CHARGE(
            fixed("channel", CHOICE),
            fixed("code", TEXT),
            field("name", TEXT),
            field("level", CHOICE),
            field("delivery", TEXT),
            field("category", CHOICE),
            field("charges", LINES),
            field("taxed", CHOICE),
            field("from", DAY),
            field("to", DAY),
            field("active", FLAG)),
    GROUP(
            fixed("code", TEXT),
            field("name", TEXT),
            field("channels", LINES),
            field("join", LINES),
            field("leave", LINES),
            field("members", SHOWN)),
    /** A price agreed with a price group. It ends and another one begins, so that lines keep the price of their day. */
    AGREEMENT(
            fixed("group", CHOICE),
            fixed("product", TEXT),
            fixed("unit", CHOICE),
            fixed("currency", CHOICE),
            fixed("pieces", NUMBER),
            fixed("price", NUMBER),
            fixed("from", DAY),
            field("to", DAY)),
    /** A unit that a product is sold in beside its base unit. */
    UNIT(
            fixed("product", TEXT),
            fixed("unit", CHOICE),
            field("holds", NUMBER),
            field("usual", FLAG),
            field("prices", LINES),
            field("active", FLAG)),
    /** A rate ends, or another one begins, so that lines keep the rate of their day. */
    TAX(fixed("country", TEXT), fixed("taxed", TEXT), field("percent", NUMBER), fixed("from", DAY), field("to", DAY)),
    /** How far a role may move prices by hand. */
    LIMIT(fixed("role", CHOICE), field("percent", NUMBER), field("floor", NUMBER)),
    /** A channel's alert about margins, reasons for prices by hand, and time to answer those asked for. */
    CONTROL(
            fixed("channel", CHOICE),
            field("acceptable", NUMBER),
            field("questionable", NUMBER),
            field("seconds", NUMBER),
            field("reasons", LINES));

    private final List<RuleField> fields;

    RuleKind(RuleField... fields) {
        this.fields = List.of(fields);
    }

    public List<RuleField> fields() {
        return fields;
    }

    /** There are as many as there are roles or channels: none is added. */
    public boolean isComplete() {
        return this == LIMIT || this == CONTROL;
    }

    private static RuleField fixed(String name, RuleField.Type type) {
        return new RuleField(name, type, true);
    }

    private static RuleField field(String name, RuleField.Type type) {
        return new RuleField(name, type, false);
    }
}
