package org.ringdesk.calls.telephony;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.ejb3.annotation.ClusteredSingleton;
import org.jboss.ejb3.annotation.ResourceAdapter;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.CtiListener;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Role;

/**
 * Takes events from the adapter and passes them on. An exception gives them back: they come again. Of several servers one
 * takes them; when that dies, another does.
 */
@MessageDriven(messageListenerInterface = CtiListener.class)
@ResourceAdapter("#cti-adapter.rar")
@ClusteredSingleton
@RunAs(Role.TELEPHONY)
@PermitAll
public class CtiIntake implements CtiListener {
    @Inject
    private CallDesk calls;

    @Override
    public void onEvents(List<CtiEvent> events) {
        calls.take(events);
    }

    @Override
    public long lastTaken(PbxId pbx) {
        return calls.lastTaken(pbx);
    }
}
