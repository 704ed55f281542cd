package org.ringdesk.customers;

/** By which way a customer may be written to or called for advertising. */
public enum ConsentChannel {
    EMAIL,
    PHONE,
    POST
}
