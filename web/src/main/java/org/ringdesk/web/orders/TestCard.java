package org.ringdesk.web.orders;

/** The sandbox gateway's cards, each with the answer it gives: tokens without a number behind them. Or one that is typed into its field. */
public enum TestCard {
    VISA("tok_visa"),
    MASTERCARD("tok_mastercard"),
    DECLINED("tok_declined"),
    UNREACHABLE("tok_unreachable"),
    TIMED_OUT("tok_timeout"),
    TYPED("");

    private final String token;

    TestCard(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }
}
