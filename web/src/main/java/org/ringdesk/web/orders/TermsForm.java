package org.ringdesk.web.orders;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.DeliveryMode;
import org.ringdesk.orders.DeliveryTerms;
import org.ringdesk.orders.OrderTerms;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.ShipTo;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Words;

/** How an order or a line of it is wanted, being typed. A line says only what differs. */
@Named
@ViewScoped
public class TermsForm implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Stands for the whole order among the positions. */
    private static final int ORDER = 0;

    @Inject
    private OrderTerms terms;

    @Inject
    private OrderPanel panel;

    @Inject
    private Attempt attempt;

    @Inject
    private Words words;

    private List<ShipTo> addresses = List.of();
    private int position;
    private String mode = "";
    private String address = "";
    private @Nullable String day;
    private String expedite = "";
    private String complete = "";

    /** Opens with what is said for the whole order. */
    public void open() {
        position = ORDER;
        read();
        panel.to(OrderPanel.Step.DELIVERY);
    }

    /** Shows what is said for the order or line that was chosen. */
    public void read() {
        OrderView order = panel.getOrder();
        DeliveryTerms said = said(order);
        addresses = terms.addresses(order.customer(), said.shipTo());
        mode = said.mode() == null ? "" : said.mode();
        address = said.shipTo() == null ? "" : said.shipTo().line();
        day = said.requestedOn() == null ? null : said.requestedOn().toString();
        expedite = word(said.expedite());
        complete = word(said.shipComplete());
    }

    private DeliveryTerms said(OrderView order) {
        return order.lines().stream()
                .filter(l -> l.position() == position)
                .findFirst()
                .map(OrderView.Line::own)
                .orElse(order.terms());
    }

    public void save() {
        OrderView order = panel.getOrder();
        @Nullable LocalDate on;
        try {
            on = day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            attempt.say("delivery:day", FacesMessage.SEVERITY_ERROR, words.of("terms.day.unreadable"));
            return;
        }
        DeliveryTerms wanted = new DeliveryTerms(
                mode.isEmpty() ? null : mode,
                addresses.stream()
                        .filter(a -> a.line().equals(address))
                        .findFirst()
                        .orElse(null),
                on,
                yes(expedite),
                yes(complete));
        if (panel.command("delivery:day", () -> {
            if (position == ORDER) {
                terms.wish(order.number(), order.version(), wanted);
            } else {
                terms.wish(order.number(), order.version(), position, wanted);
            }
        })) {
            read();
        }
    }

    private static String word(@Nullable Boolean said) {
        return said == null ? "" : said.toString();
    }

    private static @Nullable Boolean yes(String word) {
        return word.isEmpty() ? null : Boolean.valueOf(word);
    }

    public boolean isForLine() {
        return position != ORDER;
    }

    /** What is not said means. */
    public String getUnsaid() {
        return words.of(isForLine() ? "terms.asOrder" : "terms.none");
    }

    public List<DeliveryMode> getModes() {
        return panel.getOrder().channel().deliveryModes();
    }

    public List<ShipTo> getAddresses() {
        return addresses;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public String getMode() {
        return mode;
    }

    public void setMode(@Nullable String mode) {
        this.mode = mode == null ? "" : mode;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address == null ? "" : address;
    }

    public @Nullable String getDay() {
        return day;
    }

    /** As it was typed: what is no day is said when it is to be saved. */
    public void setDay(@Nullable String typed) {
        day = typed == null || typed.isBlank() ? null : typed.strip();
    }

    public String getExpedite() {
        return expedite;
    }

    public void setExpedite(@Nullable String expedite) {
        this.expedite = expedite == null ? "" : expedite;
    }

    public String getComplete() {
        return complete;
    }

    public void setComplete(@Nullable String complete) {
        this.complete = complete == null ? "" : complete;
    }
}
