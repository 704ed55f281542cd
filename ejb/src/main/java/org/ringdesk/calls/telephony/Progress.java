package org.ringdesk.calls.telephony;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringdesk.agents.Phone;
import org.ringdesk.agents.PhoneMove;
import org.ringdesk.agents.PhoneState;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.domain.Face;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.PbxId;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.shared.PhoneNumber;

/** What the facts that are taken in one transaction have changed so far: the calls with everyone who saw them, the phones. */
final class Progress {
    private final Map<CallId, CallRecord> calls = new HashMap<>();
    private final Set<CallRecord> begun = new HashSet<>();
    private final Map<CallRecord, Set<String>> changed = new LinkedHashMap<>();
    private final List<PhoneMove> phones = new ArrayList<>();
    private final Map<PhoneNumber, List<CustomerView>> matches = new HashMap<>();
    private final Function<PhoneNumber, List<CustomerView>> customers;
    private final Map<Phone, String> seats;

    /** @param seats who sits at the phones that the facts name: logins */
    Progress(
            Collection<CallRecord> known,
            Map<Phone, String> seats,
            Function<PhoneNumber, List<CustomerView>> customers) {
        this.customers = customers;
        this.seats = seats;
        known.forEach(this::knows);
    }

    /** The customers with that number, looked up once. */
    List<CustomerView> matches(PhoneNumber number) {
        return matches.computeIfAbsent(number, customers);
    }

    void knows(CallRecord call) {
        calls.put(call.id(), call);
    }

    /** A call that was not kept before: it is told whatever it looks like. */
    void begins(CallRecord call) {
        knows(call);
        begun.add(call);
    }

    @Nullable
    CallRecord call(CallId id) {
        return calls.get(id);
    }

    /** Something happens to the call: if it is then another to see, whoever saw it before or sees it now will be told. */
    void changes(CallRecord call, Runnable change) {
        Face before = call.face();
        change.run();
        Face after = call.face();
        if (!before.equals(after) || begun.remove(call)) {
            Set<String> audience = changed.computeIfAbsent(call, c -> new LinkedHashSet<>());
            audience.addAll(before.audience());
            audience.addAll(after.audience());
        }
    }

    /** Somebody sees it who is not in it. */
    void concerns(CallRecord call, String login) {
        changed.computeIfAbsent(call, c -> new LinkedHashSet<>()).add(login);
    }

    void phone(String login, PhoneState state) {
        phone(new PhoneMove(login, state));
    }

    void phone(PhoneMove move) {
        phones.add(move);
    }

    Optional<String> agentAt(PbxId pbx, Leg leg) {
        return Optional.ofNullable(seats.get(new Phone(pbx, leg.endpoint())));
    }

    List<PhoneMove> phones() {
        return phones;
    }

    /** Each changed call with everyone who saw it. */
    void forEachChanged(BiConsumer<CallRecord, Set<String>> teller) {
        changed.forEach(teller);
    }
}
