package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.EventView;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderStory;
import org.ringdesk.orders.ShipmentView;
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
    private Words words;

    private @Nullable List<EventView> events;
    private @Nullable List<ShipmentView> shipments;

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
