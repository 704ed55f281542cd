package org.ringdesk.web.orders;

/** The sandbox gateway's cards, each with the answer it gives. They are tokens; no number stands behind them. */
public enum TestCard {
    APPROVED("tok_approve", "VISA", "4242"),
    DECLINED("tok_decline", "VISA", "0002"),
    TIMED_OUT("tok_timeout", "MASTERCARD", "4444");

    private final String token;
    private final String brand;
    private final String lastFour;

    TestCard(String token, String brand, String lastFour) {
        this.token = token;
        this.brand = brand;
        this.lastFour = lastFour;
    }

    public String token() {
        return token;
    }

    public String brand() {
        return brand;
    }

    public String lastFour() {
        return lastFour;
    }
}
