package org.ringdesk.calls.telephony;

import static java.util.logging.Level.FINE;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.ringdesk.calls.store.Links;
import org.ringdesk.cti.Ability;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.CtiConnectionFactory;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Role;

/** What each PBX lets us do, asked now and then, so that whoever shows a button need not ask. */
@Singleton
@DependsOn("StartUp")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PbxAbilities {
    private static final Logger LOG = Logger.getLogger(PbxAbilities.class.getName());

    private final Map<PbxId, Set<Ability>> known = new ConcurrentHashMap<>();

    @Inject
    private CtiConnectionFactory telephony;

    @Inject
    private Links links;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void ask() {
        links.names().forEach(this::ask);
    }

    private Set<Ability> ask(PbxId pbx) {
        try (CtiConnection connection = telephony.getConnection(pbx)) {
            Set<Ability> now = Set.copyOf(connection.abilities());
            known.put(pbx, now);
            return now;
        } catch (CtiException e) {
            LOG.log(FINE, "{0} does not say what it can do: {1}", new Object[] {pbx, e.getMessage()});
            return known.getOrDefault(pbx, Set.of());
        }
    }

    public Set<Ability> of(PbxId pbx) {
        return known.getOrDefault(pbx, Set.of());
    }
}
