package org.ringdesk.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;

/** What a customer read out: the source code of the catalog in their hand, and coupons. */
@Embeddable
public class Codes {
    private static final int MOST = 5;

    @Column(name = "source_code")
    private @Nullable String source;

    /** Separated by spaces: codes have none. */
    private String coupons = "";

    protected Codes() {}

    static Codes none() {
        return new Codes();
    }

    @Nullable
    String source() {
        return source;
    }

    List<String> coupons() {
        return coupons.isEmpty() ? List.of() : List.of(coupons.split(" "));
    }

    /** The code on the catalog; there is one at a time. @return the one before */
    @Nullable
    String source(String code) {
        String before = source;
        source = code;
        return before;
    }

    /** @throws Refusal {@code order.code.twice}, {@code order.coupons.most} */
    void addCoupon(String code) {
        List<String> all = new ArrayList<>(coupons());
        if (all.contains(code)) {
            throw new Refusal("order.code.twice", code);
        }
        if (all.size() >= MOST) {
            throw new Refusal("order.coupons.most", MOST);
        }
        all.add(code);
        coupons = String.join(" ", all);
    }

    /** @throws Refusal {@code order.code.unknown} */
    void remove(String code) {
        List<String> all = new ArrayList<>(coupons());
        if (code.equals(source)) {
            source = null;
        } else if (!all.remove(code)) {
            throw new Refusal("order.code.unknown", code);
        }
        coupons = String.join(" ", all);
    }
}
