package org.ringdesk.web.agent;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.customers.NewCustomer;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.Request;

/** Registers a customer, mostly for a call from a number nobody has. */
@Named
@ViewScoped
public class NewCustomerForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int HINTS = 3;

    @Inject
    private CustomerDesk customers;

    @Inject
    private CallDesk calls;

    @Inject
    private Channels channels;

    @Inject
    private Request request;

    @Inject
    private Attempt attempt;

    @Inject
    private Me me;

    private final Map<String, CustomerDraft> drafts = new HashMap<>();
    private boolean open;
    private String call = "";
    private CustomerDraft typed = new CustomerDraft("", "GB", "en");
    private List<CustomerView> known = List.of();

    /** With the number of the call, in the country of the channel that was dialled; what was typed for a call stays with it. */
    public void open() {
        call = request.given("call").orElse("");
        typed = drafts.computeIfAbsent(call, id -> fresh());
        known = List.of();
        open = true;
    }

    private CustomerDraft fresh() {
        Optional<ChannelView> channel = request.given("channel")
                .map(ChannelCode::new)
                .map(channels::get)
                .or(() -> me.getChannels().stream().findFirst());
        return new CustomerDraft(
                request.given("phone").orElse(""),
                channel.map(ChannelView::country).orElse("GB"),
                channel.map(ChannelView::language).orElse(me.getLanguage()));
    }

    public void close() {
        drafts.remove(call);
        open = false;
    }

    /** Those who may be the same person: same name, same postal code. */
    public void lookForSame() {
        String words = (typed.getLastName() + ' ' + typed.getPostalCode()).strip();
        known = typed.getLastName().isBlank() || typed.getPostalCode().isBlank()
                ? List.of()
                : customers.search(words, HINTS);
    }

    public void register() {
        NewCustomer customer = typed.asTyped();
        try {
            take(customers.register(customer));
        } catch (Refusal refusal) {
            attempt.tell(CustomerDraft.fieldOf(refusal.key()), null, refusal);
        }
    }

    public void take(CustomerView customer) {
        close();
        request.answer("customer", customer.number().value());
        if (!call.isEmpty()) {
            CallId id = CallId.parse(call);
            attempt.at(null, null, () -> calls.choose(id, customer.number()), pop -> {});
        }
    }

    public String getCall() {
        return call;
    }

    public boolean isOpen() {
        return open;
    }

    public CustomerDraft getTyped() {
        return typed;
    }

    public List<CustomerView> getKnown() {
        return known;
    }

    public List<Country> getCountries() {
        Locale locale = me.getLocale();
        return Country.all(locale);
    }
}
