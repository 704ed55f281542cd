package org.ringdesk.orders;

import java.io.Serializable;
import org.ringdesk.customers.CustomerView;

/** Where goods go, as it was when it was chosen. */
public record ShipTo(String street, String postalCode, String city, String country) implements Serializable {
    public static ShipTo of(CustomerView.Address address) {
        return new ShipTo(address.street(), address.postalCode(), address.city(), address.country());
    }

    /** In one line, for choosing and reading out. */
    public String line() {
        return street + ", " + postalCode + ' ' + city + ", " + country;
    }
}
