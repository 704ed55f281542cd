package org.ringdesk.payments.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ringdesk.payments.GiftCardView;
import org.ringdesk.payments.GiftCode;
import org.ringdesk.payments.domain.GiftCard;
import org.ringdesk.payments.domain.GiftCardEntry;
import org.ringdesk.shared.Money;

/** The gift cards, and what was put on them and taken off. */
@ApplicationScoped
public class GiftCards {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** As it stands now; it may be less when it is redeemed. */
    public Optional<GiftCard> find(GiftCode code) {
        return em.createQuery("select g from GiftCard g where g.codeHash = :hash", GiftCard.class)
                .setParameter("hash", code.hash())
                .getResultStream()
                .findFirst();
    }

    /** As it is now, which nobody else changes until the transaction ends. */
    public GiftCard locked(long id) {
        // what this transaction did to it before must not get lost
        em.flush();
        GiftCard card = Objects.requireNonNull(em.find(GiftCard.class, id));
        em.refresh(card, LockModeType.PESSIMISTIC_WRITE);
        return card;
    }

    public void add(GiftCard card, GiftCardEntry issue) {
        em.persist(card);
        enter(issue);
    }

    public void enter(GiftCardEntry entry) {
        em.persist(entry);
    }

    /** The last that were issued, the latest first. */
    public List<GiftCardView> latest(int most) {
        return em
                .createQuery(
                        "select g.lastFour, g.currency, g.balance, e.amount, g.issuedAt from GiftCardEntry e join e.card g"
                                + " where e.kind = :issue order by g.issuedAt desc, g.id desc",
                        Object[].class)
                .setParameter("issue", GiftCardEntry.Kind.ISSUE)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(GiftCards::view)
                .toList();
    }

    private static GiftCardView view(Object[] row) {
        Currency currency = Currency.getInstance((String) row[1]);
        return new GiftCardView(
                (String) row[0],
                Money.of((BigDecimal) row[2], currency),
                Money.of((BigDecimal) row[3], currency),
                (Instant) row[4]);
    }
}
