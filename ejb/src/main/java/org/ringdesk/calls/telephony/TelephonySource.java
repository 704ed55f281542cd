package org.ringdesk.calls.telephony;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.ringdesk.cti.CtiConnectionFactory;

/** The way to the PBXs. */
@ApplicationScoped
public class TelephonySource {
    @Resource(lookup = "java:/eis/cti")
    private CtiConnectionFactory telephony;

    @Produces
    public CtiConnectionFactory telephony() {
        return telephony;
    }
}
