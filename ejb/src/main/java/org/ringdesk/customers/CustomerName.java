package org.ringdesk.customers;

import java.io.Serializable;

/** As much of a customer as an order's heading shows. */
public record CustomerName(long id, CustomerNumber number, String firstName, String lastName) implements Serializable {

    public String name() {
        return firstName + ' ' + lastName;
    }
}
