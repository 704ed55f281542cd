package org.ringdesk.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.CtiConnectionFactory;
import org.ringdesk.cti.CtiException;

/** Reports the link to the PBX. Always up: orders are taken, and screens say what is missing, without telephony too. */
@Readiness
@ApplicationScoped
public class TelephonyReported implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(TelephonyReported.class.getName());

    @Resource(lookup = "java:/eis/cti")
    private CtiConnectionFactory telephony;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("telephony")
                .up()
                .withData("link", link())
                .build();
    }

    private String link() {
        try (CtiConnection pbx = telephony.getConnection()) {
            return pbx.linkState().name();
        } catch (CtiException e) {
            LOG.log(System.Logger.Level.DEBUG, "No link to report", e);
            return "UNKNOWN";
        }
    }
}
