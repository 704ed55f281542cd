package org.ringdesk.web.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ringdesk.orders.OrderNumber;

/** The pages' word on which order they have open, passed on to whoever has the same one open, here and on the other servers. */
@ApplicationScoped
public class Company {
    @Inject
    private Pages pages;

    @Inject
    private Onlookers onlookers;

    @Inject
    private Neighbours others;

    /**
     * Somebody who may see the order has it open now.
     *
     * @param page the id that their page was told; one that is not theirs, or is gone, changes nothing
     * @return everybody who has it open
     */
    public List<Onlooker> open(String page, OrderNumber order, String login, String name) {
        Optional<Outbox> box = pages.find(login, page);
        box.ifPresent(b -> tell(onlookers.open(b, order.value(), login, name)));
        return onlookers.at(order.value());
    }

    /** Somebody may not see the order that their page asks for, perhaps no longer: the page has none open. */
    public void refuse(String page, String login) {
        pages.find(login, page).ifPresent(this::leave);
    }

    void heard(Outbox page, boolean typing) {
        tell(onlookers.heard(page, typing));
    }

    void leave(Outbox page) {
        tell(onlookers.leave(page));
    }

    /** Takes out who was not heard of. */
    void sweep() {
        tell(onlookers.sweep());
    }

    /** Says everything again, for servers that came later or missed something. */
    void repeat() {
        tell(onlookers.orders());
    }

    private void tell(Collection<String> orders) {
        if (others.areThere()) {
            orders.forEach(order -> others.tell(new Presence(others.me(), order, onlookers.hereAt(order))));
        }
    }
}
