package org.ringdesk.orders;

/** Why a submitted order must not be processed. */
public enum OrderProblem {
    /** A payment was refused: take it back, change what you like, and submit again. */
    PAYMENT_DECLINED("payment-declined", true),
    /** A payment could not be tried at all; nothing was charged. */
    PAYMENT_UNREACHABLE("payment-unreachable", true),
    /** Nobody knows yet whether a payment went through; the order waits until it is known. */
    PAYMENT_UNKNOWN("payment-unknown", false);

    private final String key;
    private final boolean correctable;

    OrderProblem(String key, boolean correctable) {
        this.key = key;
        this.correctable = correctable;
    }

    /** Names a text below {@code order.problem.}. */
    public String key() {
        return key;
    }

    /** Whether the order can be edited again meanwhile. */
    public boolean isCorrectable() {
        return correctable;
    }
}
