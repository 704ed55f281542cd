package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.DialledNumberView;
import org.ringdesk.calls.Move;
import org.ringdesk.calls.OfferedCall;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.shared.PhoneNumber;

/** Calls as they stand in a list of those one could take or ring back. */
@ApplicationScoped
public class Offers {
    @Inject
    private CustomerDesk customers;

    @Inject
    private Channels channels;

    /** Each call with the move that takes it, in that order; one query for all their customers. */
    public List<OfferedCall> all(Map<CallRecord, Move> calls) {
        Map<CustomerNumber, CustomerView> known = customers
                .all(calls.keySet().stream()
                        .map(CallRecord::customer)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(CustomerView::number, Function.identity()));
        return calls.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), known))
                .toList();
    }

    private OfferedCall of(CallRecord call, Move move, Map<CustomerNumber, CustomerView> known) {
        CustomerView customer = known.get(call.customer());
        String place = move == Move.RETRIEVE ? call.parkedAt() : call.queue();
        return new OfferedCall(
                call.id(),
                move,
                customer == null ? call.callerName() : customer.name(),
                number(call),
                place,
                call.answeredAt() == null && call.endedAt() != null,
                call.endedAt() == null ? call.startedAt() : call.endedAt());
    }

    private @Nullable String number(CallRecord call) {
        PhoneNumber number = call.partyNumber();
        if (number == null) {
            return call.withheld() ? null : call.party();
        }
        Optional<String> country = Optional.ofNullable(call.did())
                .flatMap(channels::dialled)
                .map(DialledNumberView::channel)
                .map(channel -> channel.country());
        return country.map(number::display).orElseGet(number::international);
    }
}
