package org.ringdesk.calls.telephony;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import org.jboss.ejb3.annotation.ResourceAdapter;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.CtiListener;
import org.ringdesk.shared.Role;

/** Takes events from the adapter and passes them on. An exception gives the event back: it comes again. */
@MessageDriven(messageListenerInterface = CtiListener.class)
@ResourceAdapter("#cti-adapter.rar")
@RunAs(Role.TELEPHONY)
@PermitAll
public class CtiIntake implements CtiListener {
    @Inject
    private CallDesk calls;

    @Override
    public void onEvent(CtiEvent event) {
        calls.take(event);
    }
}
