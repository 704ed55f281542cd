package org.ringdesk.web.orders;

/** The sandbox gateway's cards, each with the answer it gives. They are tokens; no number stands behind them. */
public enum TestCard {
    VISA("tok_visa", "VISA", "4242"),
    MASTERCARD("tok_mastercard", "MASTERCARD", "4444"),
    DECLINED("tok_declined", "VISA", "0002"),
    UNREACHABLE("tok_unreachable", "VISA", "0010"),
    TIMED_OUT("tok_timeout", "VISA", "0028");

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
