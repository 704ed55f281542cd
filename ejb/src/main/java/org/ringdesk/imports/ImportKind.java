package org.ringdesk.imports;

/** What a file's rows are. */
public enum ImportKind {
    PRODUCTS,
    PRICES,
    STOCK,
    CUSTOMERS
}
