package org.ringdesk.administration.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringdesk.administration.AfterCallRule;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.QueueView;
import org.ringdesk.administration.domain.ChannelRule;
import org.ringdesk.administration.domain.ChannelTenders;
import org.ringdesk.administration.domain.QueueRule;
import org.ringdesk.administration.domain.TelephonyRule;
import org.ringdesk.shared.Refusal;

/** The rules of queues and channels, and those for all agents. */
@ApplicationScoped
public class Rules {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public Optional<QueueRule> queue(String queue) {
        return Optional.ofNullable(em.find(QueueRule.class, queue));
    }

    public Optional<ChannelRule> channel(ChannelCode channel) {
        return Optional.ofNullable(em.find(ChannelRule.class, channel.value()));
    }

    public Optional<ChannelTenders> tenders(ChannelCode channel) {
        return Optional.ofNullable(em.find(ChannelTenders.class, channel.value()));
    }

    public TelephonyRule telephony() {
        TelephonyRule rule = em.find(TelephonyRule.class, TelephonyRule.ONLY);
        if (rule == null) {
            throw new IllegalStateException("The migrations leave one row of telephony_rule");
        }
        return rule;
    }

    /** With those that have rules, and without doubles. */
    public List<QueueView> queues(List<String> known) {
        Map<String, QueueView> ruled = em.createQuery("select q from QueueRule q", QueueRule.class)
                .getResultStream()
                .map(QueueRule::view)
                .collect(Collectors.toMap(QueueView::queue, Function.identity()));
        return Stream.concat(known.stream(), ruled.keySet().stream())
                .distinct()
                .sorted()
                .map(queue -> ruled.getOrDefault(queue, without(queue)))
                .toList();
    }

    public static QueueView without(String queue) {
        return new QueueView(queue, queue, AfterCallRule.NONE, List.of(), 0);
    }

    public <T> T add(T rule) {
        em.persist(rule);
        return rule;
    }

    /** A list gives up its rows before it gets others in their places. */
    public void rewrite(Runnable forget, Runnable write) {
        forget.run();
        em.flush();
        write.run();
    }

    /** Brings the version up to date, also where only a list changed. @throws Refusal {@code rules.changed} */
    public void save(Object rule) {
        try {
            em.flush();
            em.lock(rule, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            em.flush();
        } catch (OptimisticLockException e) {
            // somebody else saved in the same moment
            throw new Refusal("rules.changed");
        }
    }
}
