package org.ringdesk.web.administration;

import static java.util.stream.Collectors.toMap;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.RuleChange;
import org.ringdesk.pricing.PriceRules;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.pricing.RuleList;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.Words;

/** The rules that prices come from: a list of one kind, and a rule of it with its history. The address says which. */
@Named
@ViewScoped
public class PricesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;
    private static final String NEW = "new";

    @Inject
    private PriceRules rules;

    @Inject
    private Attempt attempt;

    @Inject
    private Words words;

    @Inject
    private Me me;

    private @Nullable String wantedKind;
    private @Nullable String wantedRule;
    private String search = "";
    private int page;
    private boolean saved;
    private RuleKind kind = RuleKind.DISCOUNT;
    private RuleList list = new RuleList(List.of(), 0);
    private @Nullable RuleSheet sheet;
    private List<RuleFieldRow> fields = List.of();
    private List<RuleChange> history = List.of();

    /** Shows what the address names. */
    public void arrive() {
        kind = Arrays.stream(RuleKind.values())
                .filter(k -> k.name().equals(wantedKind))
                .findFirst()
                .orElse(RuleKind.DISCOUNT);
        page = Math.max(page, 0);
        read();
        if (NEW.equals(wantedRule) && !kind.isComplete()) {
            String unit = kind == RuleKind.UNIT ? "BOX" : "PCS";
            show(new RuleSheet(kind, "", 0, Map.of("active", "true", "sets", "1", "unit", unit, "pieces", "1")));
        } else if (wantedRule != null) {
            String key = wantedRule;
            attempt.at(null, null, () -> rules.get(kind, key), this::show);
        }
        if (saved && sheet != null) {
            attempt.say("sheet:save", FacesMessage.SEVERITY_INFO, words.of("rule.saved"));
        }
    }

    private void read() {
        list = rules.list(kind, search, page * PAGE, PAGE);
    }

    private void show(RuleSheet now) {
        sheet = now;
        boolean comma = "de".equals(me.getLanguage());
        boolean there = !now.key().isEmpty();
        Map<String, List<String>> choices = rules.choices(kind);
        fields = kind.fields().stream()
                .map(f -> new RuleFieldRow(
                        f, choices.getOrDefault(f.name(), List.of()), now.value(f.name()), there && f.fixed(), comma))
                .toList();
        history = rules.history(kind, now.key());
    }

    /** @return where a new rule has its own address, else null: it stays where it is */
    public @Nullable String save() {
        RuleSheet before = getSheet();
        Map<String, String> typed = fields.stream().collect(toMap(RuleFieldRow::getName, RuleFieldRow::getText));
        try {
            RuleSheet now = rules.save(new RuleSheet(kind, before.key(), before.version(), typed));
            if (before.key().isEmpty()) {
                return "/administration/prices?faces-redirect=true&saved=true&kind=" + kind + "&rule="
                        + URLEncoder.encode(now.key(), StandardCharsets.UTF_8);
            }
            show(now);
            read();
            attempt.say("sheet:save", FacesMessage.SEVERITY_INFO, words.of("rule.saved"));
        } catch (Refusal refusal) {
            if (refusal.key().equals("rules.changed")) {
                attempt.at(null, null, () -> rules.get(kind, before.key()), this::show);
            }
            attempt.tell(fieldOf(refusal), null, refusal);
        }
        return null;
    }

    private String fieldOf(Refusal refusal) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).getName().equals(refusal.field())) {
                return "sheet:fields:" + i + ":says";
            }
        }
        return "sheet:save";
    }

    public RuleKind[] getKinds() {
        return RuleKind.values();
    }

    public RuleKind getKind() {
        return kind;
    }

    public RuleList getList() {
        return list;
    }

    public int getFirst() {
        return list.total() == 0 ? 0 : page * PAGE + 1;
    }

    public int getLast() {
        return page * PAGE + list.rows().size();
    }

    public boolean isMore() {
        return getLast() < list.total();
    }

    public boolean isOpen() {
        return sheet != null;
    }

    public RuleSheet getSheet() {
        if (sheet == null) {
            throw new IllegalStateException("No rule is open");
        }
        return sheet;
    }

    public List<RuleFieldRow> getFields() {
        return fields;
    }

    public List<RuleChange> getHistory() {
        return history;
    }

    public @Nullable String getWantedKind() {
        return wantedKind;
    }

    public void setWantedKind(@Nullable String wanted) {
        wantedKind = wanted;
    }

    public @Nullable String getWantedRule() {
        return wantedRule;
    }

    public void setWantedRule(@Nullable String wanted) {
        wantedRule = wanted;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String typed) {
        search = typed == null ? "" : typed;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int number) {
        page = number;
    }

    public boolean isSaved() {
        return saved;
    }

    public void setSaved(boolean just) {
        saved = just;
    }
}
