package org.ringdesk.customers.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ringdesk.customers.ConsentChannel;
import org.ringdesk.customers.CustomerDetails.Consent;
import org.ringdesk.customers.CustomerDetails.Merged;
import org.ringdesk.customers.CustomerDetails.Note;
import org.ringdesk.customers.domain.CustomerConsent;
import org.ringdesk.customers.domain.CustomerNote;

/**
 * What is written down about customers and never changed; that of a merged customer is the kept one's, too. The names of those
 * who wrote it come by a join over the rooms' border.
 */
@ApplicationScoped
public class CustomerNotes {
    private static final int LIST = 50;
    private static final String OF_ALL =
            ".customerId in (select c.id from Customer c where c.id = :customer or c.mergedInto = :customer)";

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public void add(CustomerNote note) {
        em.persist(note);
        em.flush();
    }

    public void add(CustomerConsent consent) {
        em.persist(consent);
        em.flush();
    }

    public List<Note> of(long customer) {
        return em.createQuery(
                        "select new org.ringdesk.customers.CustomerDetails$Note(n.at, n.author, u.displayName, n.text)"
                                + " from CustomerNote n left join User u on u.login = n.author where n" + OF_ALL
                                + " order by n.at desc, n.id desc",
                        Note.class)
                .setParameter("customer", customer)
                .setMaxResults(LIST)
                .getResultList();
    }

    /** Of each channel the last. */
    public List<Consent> consents(long customer) {
        Map<ConsentChannel, Consent> last = new EnumMap<>(ConsentChannel.class);
        em.createQuery(
                        "select new org.ringdesk.customers.CustomerDetails$Consent(s.channel, s.given, s.givenOn,"
                                + " s.source, s.who, u.displayName) from CustomerConsent s"
                                + " left join User u on u.login = s.who where s" + OF_ALL
                                + " order by s.at desc, s.id desc",
                        Consent.class)
                .setParameter("customer", customer)
                .getResultList()
                .forEach(consent -> last.putIfAbsent(consent.channel(), consent));
        return List.copyOf(last.values());
    }

    public List<Merged> merges(long customer) {
        return em.createQuery(
                        "select new org.ringdesk.customers.CustomerDetails$Merged(m.id, c.number, c.firstName, c.lastName,"
                                + " m.at, m.who, u.displayName) from CustomerMerge m join Customer c on c.id = m.mergedId"
                                + " left join User u on u.login = m.who"
                                + " where m.keptId = :customer and m.undoneAt is null order by m.at desc, m.id desc",
                        Merged.class)
                .setParameter("customer", customer)
                .getResultList();
    }
}
