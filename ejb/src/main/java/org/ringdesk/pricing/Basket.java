package org.ringdesk.pricing;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/**
 * What is to be priced: lines in one currency, each with a position of its own.
 *
 * @param day in the channel's time zone: which discounts, coupons and charges are valid
 * @param sourceCode as printed in the catalog that the customer holds, or null
 * @param deliveryMode how the order is sent, or null for the channel's usual way
 * @param coupons codes as entered, in capitals
 */
public record Basket(
        Currency currency,
        LocalDate day,
        List<Line> lines,
        @Nullable String sourceCode,
        @Nullable String deliveryMode,
        Set<String> coupons,
        List<ManualCharge> manualCharges) {
    public Basket {
        lines = List.copyOf(lines);
        coupons = Set.copyOf(coupons);
        manualCharges = List.copyOf(manualCharges);
        Set<Integer> positions = new HashSet<>();
        for (Line line : lines) {
            same(currency, line.basePrice());
            if (line.agreedPrice() != null) {
                same(currency, line.agreedPrice().price());
            }
            if (!positions.add(line.position())) {
                throw new IllegalArgumentException("Position " + line.position() + " twice");
            }
        }
        for (ManualCharge charge : manualCharges) {
            same(currency, charge.amount());
            if (charge.position() != null && !positions.contains(charge.position())) {
                throw new IllegalArgumentException("A charge for no line: " + charge);
            }
        }
    }

    /** Lines and nothing else. */
    public static Basket of(Currency currency, LocalDate day, List<Line> lines) {
        return new Basket(currency, day, lines, null, null, Set.of(), List.of());
    }

    private static void same(Currency currency, Money money) {
        if (!money.currency().equals(currency)) {
            throw new IllegalArgumentException("A price in " + money.currency() + " in " + currency);
        }
        notNegative(money);
    }

    private static void notNegative(Money money) {
        if (money.amount().signum() < 0) {
            throw new IllegalArgumentException("Price " + money);
        }
    }

    /**
     * @param position what the line is called in the result
     * @param quantity in the item's unit
     * @param basePrice of one unit as the catalog said on the day of the quote, not below zero; may be finer than the
     *     currency's minor unit
     * @param quotedOn the day whose prices the line keeps
     * @param agreedPrice a price that somebody gave by hand, or null
     * @param deliveryMode how this line is sent where not as the order, or null
     */
    public record Line(
            int position,
            Item item,
            int quantity,
            Money basePrice,
            LocalDate quotedOn,
            @Nullable AgreedPrice agreedPrice,
            @Nullable String deliveryMode) {
        public Line {
            if (quantity < 1) {
                throw new IllegalArgumentException("Quantity " + quantity);
            }
            notNegative(basePrice);
        }

        /** Sent as the order. */
        public Line(
                int position,
                Item item,
                int quantity,
                Money basePrice,
                LocalDate quotedOn,
                @Nullable AgreedPrice agreedPrice) {
            this(position, item, quantity, basePrice, quotedOn, agreedPrice, null);
        }

        /** How many base units it is. */
        public int pieces() {
            return Math.multiplyExact(quantity, item.pieces);
        }
    }

    /** How a line of it is sent, or null for the channel's usual way. */
    public @Nullable String deliveryMode(Line line) {
        return line.deliveryMode == null ? deliveryMode : line.deliveryMode;
    }

    /** Every mode that something is sent in. */
    public Set<String> deliveryModes() {
        return Stream.concat(
                        Stream.ofNullable(deliveryMode), lines.stream().flatMap(l -> Stream.ofNullable(l.deliveryMode)))
                .collect(Collectors.toSet());
    }

    /**
     * What is sold, as far as rules ask.
     *
     * @param pieces how many base units of the product one unit is: what rules count that count pieces
     */
    public record Item(long product, String category, String taxClass, String unit, int pieces) {
        public Item {
            if (pieces < 1) {
                throw new IllegalArgumentException("A unit of " + pieces);
            }
        }
    }

    /** A price of one unit given by hand: final, nothing is taken off it. */
    public record AgreedPrice(Money price, String reason) {
        public AgreedPrice {
            notNegative(price);
        }
    }

    /** @param position the line that it is for, or null for the whole order */
    public record ManualCharge(
            String code,
            String taxClass,
            Money amount,
            @Nullable Integer position) implements Serializable {
        public ManualCharge {
            notNegative(amount);
        }
    }
}
