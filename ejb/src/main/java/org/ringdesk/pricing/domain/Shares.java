package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ringdesk.shared.Money;

/** Spreads an amount over parts so that they add up to it to the minor unit: largest remainder first, then the earlier part. */
final class Shares {
    private Shares() {}

    /**
     * @param whole in whole minor units, not below zero
     * @param weights what each part counts, not below zero; where all are nothing, all count the same
     */
    static List<Money> of(Money whole, List<Money> weights) {
        int digits = whole.currency().getDefaultFractionDigits();
        BigInteger units = whole.amount().movePointRight(digits).toBigIntegerExact();
        List<BigInteger> counts = counts(weights);
        BigInteger all = counts.stream().reduce(BigInteger.ZERO, BigInteger::add);
        List<BigInteger> shares = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        BigInteger left = units;
        for (BigInteger count : counts) {
            BigInteger[] share = units.multiply(count).divideAndRemainder(all);
            shares.add(share[0]);
            remainders.add(share[1]);
            left = left.subtract(share[0]);
        }
        IntStream.range(0, counts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left.intValueExact())
                .forEach(i -> shares.set(i, shares.get(i).add(BigInteger.ONE)));
        return shares.stream()
                .map(s -> new Money(new BigDecimal(s, digits), whole.currency()))
                .toList();
    }

    private static List<BigInteger> counts(List<Money> weights) {
        int scale = weights.stream().mapToInt(w -> w.amount().scale()).max().orElse(0);
        List<BigInteger> counts = weights.stream()
                .map(w -> w.amount().setScale(scale).unscaledValue())
                .toList();
        return counts.stream().allMatch(c -> c.signum() == 0)
                ? counts.stream().map(c -> BigInteger.ONE).toList()
                : counts;
    }
}
