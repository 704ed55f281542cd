package org.ringdesk.pricing.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ringdesk.pricing.Priced.Rule;
import org.ringdesk.shared.Money;

/** Which of the coupons entered count. An exclusive one stands alone: the first of them by the alphabet, and no other. */
public final class Coupons implements Step {
    @Override
    public Sheet apply(Sheet sheet, Rules rules) {
        TreeSet<String> entered = new TreeSet<>(sheet.basket().coupons());
        List<Coupon> good = rules.coupons().stream()
                .filter(c -> entered.contains(c.code()) && problem(sheet, Optional.of(c)) == Rule.COUPON_TAKEN)
                .sorted(Comparator.comparing(Coupon::code))
                .toList();
        Optional<Coupon> alone = good.stream().filter(Coupon::exclusive).findFirst();
        Sheet checked = sheet.coupons(new TreeSet<>(
                alone.map(List::of).orElse(good).stream().map(Coupon::discount).toList()));
        for (String code : entered) {
            Optional<Coupon> coupon =
                    rules.coupons().stream().filter(c -> c.code().equals(code)).findFirst();
            Rule what = problem(sheet, coupon);
            boolean shut = what == Rule.COUPON_TAKEN
                    && alone.map(a -> !a.code().equals(code)).orElse(false);
            checked = checked.because(
                    shut ? Rule.COUPON_NOT_WITH_ANOTHER : what, code, null, Money.zero(sheet.currency()));
        }
        return checked;
    }

    private static Rule problem(Sheet sheet, Optional<Coupon> coupon) {
        if (coupon.isEmpty()) {
            return Rule.COUPON_UNKNOWN;
        }
        if (!coupon.get().valid().contains(sheet.basket().day())) {
            return Rule.COUPON_NOT_VALID;
        }
        return coupon.get().usedUp() ? Rule.COUPON_USED_UP : Rule.COUPON_TAKEN;
    }
}
