package org.ringdesk.web.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Request;

/** Says who a caller is, when several customers share the number or none has it. */
@Named
@RequestScoped
public class Caller {
    @Inject
    private CallDesk calls;

    @Inject
    private Request request;

    @Inject
    private Attempt attempt;

    public void choose() {
        CallId call = CallId.parse(request.needed("call"));
        CustomerNumber customer = new CustomerNumber(request.needed("customer"));
        attempt.at(null, null, () -> calls.choose(call, customer), pop -> {});
    }
}
