package org.ringdesk.payments;

import java.util.Optional;
import org.ringdesk.orders.OrderChanged;
import org.ringdesk.orders.Settlement;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Card;
import org.ringdesk.payments.gateway.Charge;
import org.ringdesk.payments.gateway.Gateway;
import org.ringdesk.payments.gateway.Take;
import org.ringdesk.payments.gateway.sandbox.SandboxGateway;
import org.ringdesk.testing.Rooms;

/** What a server would find by itself: who implements what and who observes what. */
public final class PaymentWiring {
    private PaymentWiring() {}

    public static synchronized void wire(Rooms rooms) {
        if (rooms.isWired(Gateway.class)) {
            return;
        }
        rooms.with(Gateway.class, new Switchable(rooms.get(SandboxGateway.class)));
        rooms.with(Settlement.class, rooms.get(RecordedPayments.class));
        rooms.get(DueMoney.class);
        DiscardedOrders discarded = rooms.get(DiscardedOrders.class);
        rooms.observe(event -> {
            if (event instanceof OrderChanged change) {
                discarded.onChange(change);
            }
        });
    }

    /** The sandbox, unless a test puts something worse in its place. */
    static final class Switchable implements Gateway {
        private final Gateway sandbox;
        private volatile Gateway current;

        Switchable(Gateway sandbox) {
            this.sandbox = sandbox;
            this.current = sandbox;
        }

        Gateway sandbox() {
            return sandbox;
        }

        void to(Gateway gateway) {
            current = gateway;
        }

        @Override
        public Optional<Card> card(String token) {
            return current.card(token);
        }

        @Override
        public boolean movesMoney() {
            return current.movesMoney();
        }

        @Override
        public Answer authorize(Charge charge) {
            return current.authorize(charge);
        }

        @Override
        public Answer status(Charge charge) {
            return current.status(charge);
        }

        @Override
        public Answer cancel(Charge charge, String reference) {
            return current.cancel(charge, reference);
        }

        @Override
        public Answer capture(Take take) {
            return current.capture(take);
        }

        @Override
        public Answer refund(Take take) {
            return current.refund(take);
        }
    }
}
