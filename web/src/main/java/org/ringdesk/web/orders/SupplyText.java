package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.ringdesk.orders.LineStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Supply;
import org.ringdesk.web.page.Format;
import org.ringdesk.web.page.Words;

/** When a line's goods come, in one line; nothing where nothing is to be said. */
@Named
@RequestScoped
public class SupplyText {
    @Inject
    private Words words;

    @Inject
    private Format format;

    public String of(OrderView.Line line) {
        Supply supply = line.supply();
        if (!supply.kept()) {
            return supply.allowed()
                    ? coming(line)
                    : words.of(counted(line, "supply.not"), supply.available()) + until(supply);
        }
        if (supply.promised() == null || isOver(line)) {
            return "";
        }
        String day = format.day(supply.promised());
        if (supply.late()) {
            return words.of("supply.late", day);
        }
        return supply.missing() > 0
                ? words.of(counted(line, "supply.backordered"), supply.missing(), day)
                : words.of("supply.promised", day);
    }

    /** Stock is counted in base units: where the line counts others, they are named. */
    private static String counted(OrderView.Line line, String text) {
        return line.unitPieces() > 1 ? text + ".pieces" : text;
    }

    private String coming(OrderView.Line line) {
        Supply supply = line.supply();
        if (supply.missing() == 0) {
            return supply.promised() == null ? "" : words.of("supply.there", format.day(supply.promised()));
        }
        return words.of(counted(line, "supply.later"), supply.available(), supply.missing()) + until(supply);
    }

    private String until(Supply supply) {
        return " · "
                + (supply.promised() == null
                        ? words.of("supply.unknown")
                        : words.of(
                                supply.allowed() ? "supply.there" : "supply.earliest", format.day(supply.promised())));
    }

    private static boolean isOver(OrderView.Line line) {
        return line.status() == LineStatus.CANCELLED
                || line.status() == LineStatus.SHIPPED
                || line.status() == LineStatus.INVOICED;
    }

    /** What it looks like: GOOD, WARN or BAD. */
    public String tone(OrderView.Line line) {
        Supply supply = line.supply();
        return !supply.allowed() || supply.late() ? "BAD" : supply.missing() > 0 ? "WARN" : "GOOD";
    }

    /** What distinguishes the product, and what is to be known of it. */
    public String traits(OrderView.Line line) {
        List<String> parts = new ArrayList<>();
        if (!line.supply().attributes().isEmpty()) {
            parts.add(line.supply().attributes());
        }
        if (line.supply().alone()) {
            parts.add(words.of("supply.alone"));
        }
        if (!line.supply().returnable()) {
            parts.add(words.of("supply.kept"));
        }
        return String.join(" · ", parts);
    }
}
