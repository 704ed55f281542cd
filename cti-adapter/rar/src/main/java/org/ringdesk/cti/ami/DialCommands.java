package org.ringdesk.cti.ami;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.asteriskjava.manager.action.OriginateAction;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallId;

/** Calls that begin with us: a device rings, and what it is for follows when it answers. */
public final class DialCommands {
    private static final long RING_MILLIS = 30_000;
    /** What the makers of desk phones read as "pick up at once". Fixed texts: nothing from outside stands in them. */
    private static final Map<String, String> PICK_UP_AT_ONCE = Map.of(
            "PJSIP_HEADER(add,Call-Info)", "<sip:127.0.0.1>;answer-after=0",
            "PJSIP_HEADER(add,Alert-Info)", "<http://127.0.0.1>;info=alert-autoanswer;delay=0",
            "PJSIP_HEADER(add,Answer-Mode)", "Auto");

    private final PbxSettings settings;
    private final CommandLine line;
    private final Clock clock;

    DialCommands(PbxSettings settings, CommandLine line, Clock clock) {
        this.settings = settings;
        this.line = line;
        this.clock = clock;
    }

    public CallId dial(String endpoint, String number, @Nullable String callerId, boolean autoAnswer) {
        Place place = new Place(settings.dialplan().dial(), Allowed.NUMBER.checked(number));
        return ring(endpoint, place, shownOnPhone(number, callerId), autoAnswer);
    }

    public CallId retrieve(String endpoint, String space, boolean autoAnswer) {
        Place place = new Place(settings.dialplan().dial(), Allowed.SPACE.checked(space));
        return ring(endpoint, place, null, autoAnswer);
    }

    public CallId pickUp(String endpoint, String ringingEndpoint, boolean autoAnswer) {
        String device = Allowed.DEVICE.checked(ringingEndpoint);
        String name = device.substring(device.indexOf('/') + 1);
        return ring(endpoint, new Place(settings.dialplan().pickup(), name), null, autoAnswer);
    }

    private CallId ring(String endpoint, Place place, @Nullable String callerId, boolean autoAnswer) {
        Allowed.DEVICE.checked(endpoint);
        place.mustExist(line);
        // ends as the PBX's own do, for their order tells which of two calls is the older
        String uniqueId = "rd-" + UUID.randomUUID() + '-' + clock.instant().getEpochSecond() + ".0";
        OriginateAction originate = new OriginateAction();
        originate.setChannel(endpoint);
        originate.setContext(place.context());
        originate.setExten(place.exten());
        originate.setPriority(1);
        originate.setTimeout(RING_MILLIS);
        originate.setCallerId(callerId);
        originate.setAsync(true);
        originate.setChannelId(uniqueId);
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("__RINGDESK_CALL", uniqueId);
        if (autoAnswer && endpoint.startsWith("PJSIP/")) {
            variables.putAll(PICK_UP_AT_ONCE);
        }
        originate.setVariables(variables);
        line.order(originate);
        return CallId.of(settings.name(), uniqueId);
    }

    /** While the agent's own phone rings it shows whom it will call; between our phones the PBX shows who calls. */
    private static @Nullable String shownOnPhone(String number, @Nullable String callerId) {
        if (callerId != null) {
            return Allowed.NUMBER.checked(callerId);
        }
        return number.length() > 6 ? number : null;
    }
}
