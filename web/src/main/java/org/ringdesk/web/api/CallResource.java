package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.CallControl;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.calls.CallPop;
import org.ringdesk.calls.CommandView;
import org.ringdesk.calls.Move;
import org.ringdesk.calls.OfferedCall;
import org.ringdesk.calls.OfferedCalls;
import org.ringdesk.calls.PassTarget;
import org.ringdesk.calls.PassTo;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;

/**
 * The agent's calls. Commands are JSON, which another site's page cannot post without asking first; each has the {@code key} of
 * the click, so that a repeated request is the same command.
 */
@Path("calls")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CallResource {
    private static final String ID = "{call: [0-9a-f-]{36}}";

    @Inject
    private CallControl control;

    @Inject
    private CallDesk desk;

    @Inject
    private OfferedCalls offered;

    @POST
    @Path("dial")
    public CommandView dial(JsonObject body) {
        String customer = text(body, "customer");
        return control.dial(key(body), needed(body, "number"), customer == null ? null : new CustomerNumber(customer));
    }

    @POST
    @Path("redial")
    public CommandView redial(JsonObject body) {
        return control.redial(key(body));
    }

    @POST
    @Path(ID + "/back")
    public CommandView back(@PathParam("call") String call, JsonObject body) {
        return control.callBack(key(body), CallId.parse(call));
    }

    /** {@code to} for TRANSFER and CONSULT, with its kind AGENT, QUEUE or NUMBER; {@code digits} for DIGITS. */
    @POST
    @Path(ID + "/{move: [A-Z_]+}")
    public CommandView move(@PathParam("call") String id, @PathParam("move") String name, JsonObject body) {
        CallId call = CallId.parse(id);
        Move move = Move.valueOf(name);
        return switch (move) {
            case TRANSFER -> control.transfer(key(body), call, to(body));
            case CONSULT -> control.consult(key(body), call, to(body));
            case DIGITS -> control.digits(key(body), call, needed(body, "digits"));
            default -> control.move(key(body), call, move);
        };
    }

    @POST
    @Path(ID + "/note")
    public CallPop note(@PathParam("call") String call, JsonObject body) {
        String note = text(body, "note");
        return desk.note(CallId.parse(call), note == null ? "" : note);
    }

    @GET
    @Path("targets")
    public List<PassTarget> targets(@QueryParam("q") @DefaultValue("") String words) {
        return offered.targets(words);
    }

    @GET
    @Path("waiting")
    public List<OfferedCall> waiting() {
        return offered.toTake();
    }

    @GET
    @Path("recent")
    public List<OfferedCall> recent() {
        return offered.toCallBack();
    }

    private static PassTo to(JsonObject body) {
        String value = needed(body, "to");
        return switch (needed(body, "kind")) {
            case "AGENT" -> new PassTo.Agent(value);
            case "QUEUE" -> new PassTo.Queue(value);
            case "NUMBER" -> new PassTo.Number(value);
            default -> throw new IllegalArgumentException("Not a kind of target");
        };
    }

    private static UUID key(JsonObject body) {
        return UUID.fromString(needed(body, "key"));
    }

    private static String needed(JsonObject body, String name) {
        String value = text(body, name);
        if (value == null) {
            throw new IllegalArgumentException("No " + name);
        }
        return value;
    }

    private static @Nullable String text(JsonObject body, String name) {
        return body.getString(name, null);
    }
}
