package org.ringdesk.web.administration;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.RuleField;

/** A field of a rule as it is typed, decimals as the reader writes them. */
public class RuleFieldRow implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String DECIMAL_POINT = "(?<=\\d)\\.(?=\\d)";
    private static final Set<String> WITH_AMOUNTS = Set.of("steps", "charges", "prices");
    private static final Set<String> WORDED = Set.of("kind", "mode", "level", "role");

    private final RuleField field;
    private final List<String> choices;
    private final boolean kept;
    private String text;

    /** @param kept whether it can no longer be changed. @param comma whether decimals stand behind one */
    RuleFieldRow(RuleField field, List<String> choices, String value, boolean kept, boolean comma) {
        this.field = field;
        this.choices = choices;
        this.kept = kept || field.type() == RuleField.Type.SHOWN;
        boolean amounts = field.type() == RuleField.Type.NUMBER || WITH_AMOUNTS.contains(field.name());
        this.text = amounts && comma ? value.replaceAll(DECIMAL_POINT, ",") : value;
    }

    public String getName() {
        return field.name();
    }

    public String getType() {
        return kept ? RuleField.Type.SHOWN.name() : field.type().name();
    }

    public boolean isFlag() {
        return Boolean.parseBoolean(text);
    }

    public void setFlag(boolean on) {
        text = Boolean.toString(on);
    }

    /** The choices have words of their own; others are codes. */
    public boolean isWorded() {
        return WORDED.contains(field.name());
    }

    public List<String> getChoices() {
        return choices;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String typed) {
        text = typed == null ? "" : typed;
    }
}
