package org.ringdesk.webhooks.gateway;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.ringdesk.orders.FeedEvent;

/** Events as JSON, the same text for the same events. */
final class Body {
    private Body() {}

    static String of(Parcel parcel) {
        JsonArrayBuilder events = Json.createArrayBuilder();
        parcel.events().forEach(event -> events.add(event(event)));
        return Json.createObjectBuilder()
                .add("delivery", parcel.delivery())
                .add("events", events)
                .build()
                .toString();
    }

    private static JsonObjectBuilder event(FeedEvent event) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("sequence", event.sequence())
                .add("order", event.order())
                .add("version", event.version())
                .add("at", event.at().toString())
                .add("who", event.who())
                .add("kind", event.kind().name())
                .add("subject", event.subject())
                .add("oldValue", event.oldValue())
                .add("newValue", event.newValue());
        String reason = event.reason();
        return reason == null ? json : json.add("reason", reason);
    }
}
