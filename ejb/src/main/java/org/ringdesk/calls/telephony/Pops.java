package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.DialledNumberView;
import org.ringdesk.calls.CallPop;
import org.ringdesk.calls.CallState;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.domain.Handed;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.orders.OrderHistory;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderSummary;
import org.ringdesk.shared.PhoneNumber;

/** Makes the screen pop of a call: who it is, what they ordered, what they dialled. */
@ApplicationScoped
public class Pops {
    private static final int LAST_ORDERS = 10;

    @Inject
    private Channels channels;

    @Inject
    private CustomerDesk customers;

    @Inject
    private OrderHistory orders;

    @Inject
    private Controls controls;

    @Inject
    private Event<CallPop> pops;

    public void tell(CallRecord call, Collection<String> logins) {
        tell(call, logins, customers::withPhone);
    }

    /** Each of the logins, whose screens show the same customer; {@code matches} knows who has a number. */
    void tell(CallRecord call, Collection<String> logins, Function<PhoneNumber, List<CustomerView>> matches) {
        if (!logins.isEmpty()) {
            Known known = known(call, matches);
            logins.forEach(login -> pops.fire(of(call, login, known.matches, known.chosen, known.lastOrders)));
        }
    }

    /** A call that is on nobody's screen: it waits, or nobody ever took it. */
    void tellFloor(CallRecord call, Function<PhoneNumber, List<CustomerView>> matches) {
        CustomerView chosen = chosen(call.customer(), matches(call, matches));
        pops.fire(of(call, "", List.of(), chosen, List.of()));
    }

    public CallPop of(CallRecord call, String login) {
        Known known = known(call, customers::withPhone);
        return of(call, login, known.matches, known.chosen, known.lastOrders);
    }

    /** What is known of the other side, whoever looks. */
    private record Known(
            List<CustomerView> matches, @Nullable CustomerView chosen, List<OrderSummary> lastOrders) {}

    private Known known(CallRecord call, Function<PhoneNumber, List<CustomerView>> lookUp) {
        List<CustomerView> matches = matches(call, lookUp);
        CustomerView chosen = chosen(call.customer(), matches);
        return new Known(matches, chosen, chosen == null ? List.of() : history(chosen));
    }

    private static List<CustomerView> matches(CallRecord call, Function<PhoneNumber, List<CustomerView>> lookUp) {
        PhoneNumber number = call.partyNumber();
        return number == null ? List.of() : lookUp.apply(number);
    }

    /** What a supervisor needs of many calls, without histories: one for each agent they concern, or one with an empty agent. */
    public List<CallPop> forFloor(List<CallRecord> calls) {
        Map<CustomerNumber, CustomerView> known =
                customers
                        .all(calls.stream()
                                .map(CallRecord::customer)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerView::number, Function.identity()));
        return calls.stream()
                .flatMap(call -> (call.audience().isEmpty() ? Set.of("") : call.audience())
                        .stream().map(login -> of(call, login, List.of(), known.get(call.customer()), List.of())))
                .toList();
    }

    private CallPop of(
            CallRecord call,
            String login,
            List<CustomerView> matches,
            @Nullable CustomerView chosen,
            List<OrderSummary> lastOrders) {
        Optional<DialledNumberView> did = Optional.ofNullable(call.did()).flatMap(channels::dialled);
        ChannelView channel = did.map(DialledNumberView::channel).orElse(null);
        PhoneNumber number = call.partyNumber();
        return new CallPop(
                login,
                call.id(),
                call.version(),
                call.stateFor(login),
                call.withheld(),
                number == null ? null : number.e164(),
                shown(call, number, channel),
                call.callerName(),
                channel == null ? null : channel.code(),
                did.map(DialledNumberView::label).orElse(null),
                did.map(d -> d.number().display(d.channel().country())).orElse(call.dialled()),
                call.queue(),
                call.startedAt(),
                call.answeredAt(),
                call.endedAt(),
                reason(call, login),
                chosen == null || matches.contains(chosen) ? matches : List.of(chosen),
                chosen == null ? null : chosen.number(),
                lastOrders,
                call.order() == null ? null : orderOf(call),
                controls.of(call, login));
    }

    private static @Nullable String orderOf(CallRecord call) {
        OrderNumber order = call.order();
        return order == null ? null : order.value();
    }

    private List<OrderSummary> history(CustomerView customer) {
        return orders.recent(customer.id(), LAST_ORDERS);
    }

    private @Nullable CustomerView chosen(@Nullable CustomerNumber number, List<CustomerView> matches) {
        if (number == null) {
            return null;
        }
        return matches.stream()
                .filter(c -> c.number().equals(number))
                .findFirst()
                .orElseGet(() -> customers.get(number));
    }

    private static @Nullable String shown(
            CallRecord call, @Nullable PhoneNumber number, @Nullable ChannelView channel) {
        if (number == null) {
            return call.withheld() ? null : call.party();
        }
        return channel == null ? number.international() : number.display(channel.country());
    }

    /** For an agent who was passed over, or gave the call away, it ended there, though it goes on elsewhere. */
    private static @Nullable String reason(CallRecord call, String login) {
        Handed handed = call.handed();
        if (handed != null
                && login.equals(handed.by())
                && !login.equals(call.agent())
                && !call.audience().contains(login)) {
            return handed.to() != null ? "HANDED_OVER" : call.parkedAt() != null ? "PARKED" : "LEFT";
        }
        if (call.endReason() != null) {
            return call.endReason().name();
        }
        return call.stateFor(login) == CallState.ENDED ? "ELSEWHERE" : null;
    }
}
