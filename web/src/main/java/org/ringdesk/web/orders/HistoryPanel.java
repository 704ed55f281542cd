package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.mail.MailState;
import org.ringdesk.mail.MailView;
import org.ringdesk.mail.OrderMails;
import org.ringdesk.orders.EventView;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderStory;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.ShipmentView;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Words;

/** What happened to the order on the screen. */
@Named
@RequestScoped
public class HistoryPanel {
    @Inject
    private OrderStory story;

    @Inject
    private OrderPanel panel;

    @Inject
    private OrderMails mailed;

    @Inject
    private Attempt attempt;

    @Inject
    private Words words;

    private @Nullable List<EventView> events;
    private @Nullable List<ShipmentView> shipments;
    private @Nullable List<MailView> mails;

    public void open() {
        panel.to(OrderPanel.Step.HISTORY);
    }

    public List<EventView> getEvents() {
        if (events == null) {
            events = story.events(panel.getOrder().number());
        }
        return events;
    }

    public List<ShipmentView> getShipments() {
        if (shipments == null) {
            shipments = panel.isPlaced() ? story.shipments(panel.getOrder().number()) : List.of();
        }
        return shipments;
    }

    /** What was written to the customer, the latest first. */
    public List<MailView> getMails() {
        if (mails == null) {
            mails = mailed.of(panel.getOrder().number());
        }
        return mails;
    }

    /** What waits without a mail server says so. */
    public String mailState(MailView mail) {
        boolean nowhere = mail.state() == MailState.QUEUED && !mailed.isServerThere();
        return words.of(nowhere ? "mail.waits" : "mail.state." + mail.state().name());
    }

    public void sendAgain(long mail) {
        OrderView order = panel.getOrder();
        attempt.at(null, order.channel().zone(), () -> mailed.sendAgain(order.number(), mail), fresh -> mails = fresh);
    }

    /** Old and new, as far as there are any. */
    public String change(EventView event) {
        String now = event.kind() == OrderEventKind.STOPPED ? words.problem(event.newValue()) : event.newValue();
        if (event.oldValue().isEmpty() || event.kind() == OrderEventKind.STOPPED) {
            return now;
        }
        return now.isEmpty() ? event.oldValue() : event.oldValue() + " → " + now;
    }

    /** Which lines were in it, and how many of each. */
    public String contents(ShipmentView shipment) {
        return panel.getOrder().lines().stream()
                .filter(l -> shipment.pieces().containsKey(l.position()))
                .map(l -> l.counted(shipment.pieces().getOrDefault(l.position(), 0)) + " × " + l.name())
                .collect(Collectors.joining(", "));
    }
}
