package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.it.As.as;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.customers.NewCustomer;
import org.ringdesk.orders.OrderHistory;
import org.ringdesk.orders.OrderSummary;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Role;

/** Customers, their orders and the catalogue inside the server, as agents and the telephone system look them up. */
class LookUpIT extends Deployed {
    private static final int MOST = 100;

    @Inject
    private CustomerDesk customers;

    @Inject
    private OrderHistory history;

    @Inject
    private Products products;

    @Inject
    private Channels channels;

    @Test
    void aSearchGivesAsManyAsAskedForAndNeverMoreThanAHundred() throws Exception {
        assertThat(anna(() -> customers.search("e", 3))).hasSize(3);
        assertThat(anna(() -> customers.search("e", Integer.MAX_VALUE))).hasSize(MOST);
        assertThat(anna(() -> customers.search("e", -5))).hasSize(1);
        assertThat(anna(() -> products.search(german(), "e", "de", Integer.MAX_VALUE)))
                .hasSize(MOST);
        assertThat(anna(() -> customers.search("   ", 10))).isEmpty();
        assertThat(anna(() -> customers.search("x".repeat(5000), 10))).isEmpty();
    }

    @Test
    void whatIsTypedStaysAsItIsAndIsFoundAgain() throws Exception {
        String street = "Straße \"<script>alert('1')</script>\" & Söhne 7";
        String name = "O'Müller-Weiß " + UUID.randomUUID().toString().substring(0, 8);
        CustomerView registered = anna(() -> customers.register(typed("Zoë", name, street)));
        assertThat(registered.lastName()).isEqualTo(name);
        assertThat(registered.addresses().get(0).street()).isEqualTo(street);
        assertThat(anna(() -> customers.search("o'muller-weiss " + name.substring(14), 5)))
                .containsExactly(registered);
        assertThat(anna(() -> customers.get(registered.number()))).isEqualTo(registered);
        assertThat(anna(() -> customers.register(typed("Zoë", name, street)))).isEqualTo(registered);
        assertThat(anna(() -> history.recent(registered.id(), 10))).isEmpty();
    }

    @Test
    void theTelephoneSystemLooksUpButRegistersNobodyAndSellsNothing() throws Exception {
        As telephony = as("telephony", Role.TELEPHONY);
        List<CustomerView> found = telephony.call(() -> customers.withPhone(new PhoneNumber("+493023125043")));
        assertThat(found).extracting(CustomerView::lastName).containsExactly("Brandt", "Brandt");
        assertThat(telephony.call(() -> history.recent(found.get(0).id(), 3))).hasSizeLessThanOrEqualTo(3);
        assertThatThrownBy(() -> telephony.call(() -> customers.register(typed("A", "B", "C 1"))))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> telephony.call(() -> products.search(german(), "mug", "en", 1)))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> customers.search("anna", 1)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> history.recent(1, 1)).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void lastOrdersComeLatestFirst() throws Exception {
        CustomerView petersen = anna(() -> customers.withPhone(new PhoneNumber("+493023125042")))
                .get(0);
        List<OrderSummary> orders = anna(() -> history.recent(petersen.id(), 10));
        assertThat(orders)
                .hasSize(10)
                .isSortedAccordingTo(Comparator.comparing(OrderSummary::at).reversed());
        assertThat(orders).allSatisfy(o -> assertThat(o.total().isPositive()).isTrue());
    }

    @Test
    void aProductHasTheChannelsPriceAndTheReadersName() throws Exception {
        ProductNumber mug =
                anna(() -> products.search(german(), "becher", "de", 1)).get(0).number();
        ProductView german = anna(() -> products.get(german(), mug, "de"));
        ProductView british = as("emily.clarke", Role.AGENT)
                .call(() -> products.get(channels.mine(new ChannelCode("UK")), mug, "en"));
        assertThat(german.name()).containsIgnoringCase("becher");
        assertThat(british.name()).containsIgnoringCase("mug");
        assertThat(german.price().currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(british.price().currency().getCurrencyCode()).isEqualTo("GBP");
        assertThat(anna(() -> products.search(german(), mug.value().toLowerCase(java.util.Locale.ROOT), "de", 9)))
                .containsExactly(german);
    }

    @Test
    void whatIsNotThereIsRefusedInItsOwnWords() {
        refused("customer.unknown", () -> anna(() -> customers.get(new CustomerNumber("C99999"))));
        refused("product.unknown", () -> anna(() -> products.get(german(), new ProductNumber("NO-SUCH"), "de")));
        refused("channel.denied", () -> anna(() -> channels.mine(new ChannelCode("UK"))));
        refused("channel.unknown", () -> anna(() -> channels.get(new ChannelCode("XX"))));
        assertThatThrownBy(() -> anna(() -> customers.lockCredit(1)))
                .isInstanceOf(EJBTransactionRequiredException.class);
    }

    private ChannelView german() {
        return channels.get(new ChannelCode("DE"));
    }

    private static NewCustomer typed(String first, String last, String street) {
        return new NewCustomer(first, last, null, null, "030 23125998", "de", street, "10115", "Berlin", "DE");
    }

    private static <T> T anna(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }
}
