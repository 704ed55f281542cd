package org.ringdesk.web.health;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.ringdesk.calls.LinkView;

/** Reports every PBX's link. Always up: orders are taken, and screens say what is missing, without telephony too. */
@Readiness
@ApplicationScoped
public class TelephonyReported implements HealthCheck {
    @Inject
    private Links links;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("telephony").up();
        try {
            for (LinkView link : links.all()) {
                answer.withData(link.pbx(), link.state().name())
                        .withData(link.pbx() + ".since", link.since().toString());
            }
        } catch (EJBException e) {
            answer.withData("cause", "unknown: the links could not be read");
        }
        return answer.build();
    }
}
