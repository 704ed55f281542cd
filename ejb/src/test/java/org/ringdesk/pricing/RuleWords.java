package org.ringdesk.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.domain.Charge;
import org.ringdesk.pricing.domain.Coupon;
import org.ringdesk.pricing.domain.Discount;
import org.ringdesk.pricing.domain.MixAndMatch;
import org.ringdesk.pricing.domain.Offer;
import org.ringdesk.pricing.domain.PerPiece;
import org.ringdesk.pricing.domain.Period;
import org.ringdesk.pricing.domain.PriceRule;
import org.ringdesk.pricing.domain.Reduction;
import org.ringdesk.pricing.domain.Rules;
import org.ringdesk.pricing.domain.Scope;
import org.ringdesk.pricing.domain.Taxes;
import org.ringdesk.pricing.domain.Threshold;
import org.ringdesk.shared.Money;

/** Reads carts and rules as the worked examples write them. */
final class RuleWords {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Map<String, String> SHELF = Map.of(
            "MUG", "1 10.00 KITCHEN STANDARD",
            "POT", "2 50.00 KITCHEN STANDARD",
            "LAMP", "3 40.00 LIGHT STANDARD",
            "BOOK", "4 20.00 BOOKS REDUCED",
            "TEA", "5 5.00 FOOD REDUCED");
    private static final Map<String, Integer> PIECES = Map.of("PCS", 1, "PACK", 6, "BOX", 12);
    private static final List<String> CATEGORIES = List.of("KITCHEN", "LIGHT", "BOOKS", "FOOD");
    private static final Map<String, String> MARKETS = Map.of(
            "DE", "EUR included STANDARD:DE-19 REDUCED:DE-7",
            "UK", "GBP added STANDARD:GB-20 REDUCED:GB-0",
            "JP", "JPY added STANDARD:JP-10 REDUCED:JP-8",
            "NY", "USD added STANDARD:NY-4,NYC-4.5 REDUCED:NY-4,NYC-4.5",
            "KW", "KWD included STANDARD:KW-5 REDUCED:KW-5");

    private final Currency currency;
    private final Taxes taxes;
    private final List<String> phrases;

    RuleWords(String rules) {
        List<String> all = new ArrayList<>(split(rules, "\\|"));
        String market = all.get(0).startsWith("market ") ? all.remove(0).substring(7) : "DE";
        String[] words = Objects.requireNonNull(MARKETS.get(market)).split(" ");
        currency = Currency.getInstance(words[0]);
        taxes = new Taxes(
                market,
                words[1].equals("included"),
                Arrays.stream(words)
                        .skip(2)
                        .map(w -> w.split(":"))
                        .collect(Collectors.toMap(w -> w[0], w -> rates(w[1]))));
        phrases = all.stream().filter(p -> !p.equals("-")).toList();
    }

    private static List<Taxes.Rate> together(List<Taxes.Rate> some, List<Taxes.Rate> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<Taxes.Rate> rates(String words) {
        return Arrays.stream(words.split(","))
                .map(w -> w.split("-"))
                .map(w -> new Taxes.Rate(w[0], new BigDecimal(w[1])))
                .toList();
    }

    Basket basket(String cart) {
        List<String> parts = split(cart, "\\+");
        List<Basket.Line> lines = new ArrayList<>();
        for (String part : parts) {
            Matcher m = match(
                    "(\\d+) (\\w+)(?:\\.(\\w+))?(?: @ (\\S+))?(?: at (\\S+))?(?: quoted (\\S+))?(?: by (\\w+))?", part);
            if (m != null) {
                String[] product = product(m.group(2));
                String unit = or(m.group(3), "PCS");
                int pieces = Objects.requireNonNull(PIECES.get(unit), unit);
                lines.add(new Basket.Line(
                        lines.size() + 1,
                        new Basket.Item(Long.parseLong(product[0]), product[2], product[3], unit, pieces),
                        Integer.parseInt(m.group(1)),
                        m.group(4) == null ? money(product[1]).times(pieces) : money(m.group(4)),
                        m.group(6) == null ? DAY : LocalDate.parse(m.group(6)),
                        m.group(5) == null ? null : new Basket.AgreedPrice(money(m.group(5)), "HAND"),
                        m.group(7)));
            }
        }
        List<Basket.ManualCharge> charges = new ArrayList<>();
        for (String part : parts) {
            Matcher m = match("charge (\\w+) (\\S+)(?: on (\\w+))?", part);
            if (m != null) {
                Integer position = m.group(3) == null ? null : position(lines, m.group(3));
                charges.add(new Basket.ManualCharge(m.group(1), "STANDARD", money(m.group(2)), position));
            }
        }
        String mode = rest(parts, "by ").findFirst().orElse(null);
        Set<String> coupons = rest(parts, "coupon ").collect(Collectors.toSet());
        return new Basket(currency, DAY, lines, null, mode, coupons, charges);
    }

    private static Integer position(List<Basket.Line> lines, String product) {
        long id = Long.parseLong(product(product)[0]);
        return lines.stream()
                .filter(l -> l.item().product() == id)
                .findFirst()
                .orElseThrow()
                .position();
    }

    Rules rules() {
        List<PriceRule> prices = new ArrayList<>();
        List<Discount> discounts = new ArrayList<>();
        List<Coupon> coupons = new ArrayList<>();
        List<Charge> charges = new ArrayList<>();
        Set<String> byCoupon = new HashSet<>();
        Map<String, List<Taxes.Rate>> rates = new HashMap<>(taxes.rates());
        for (String phrase : phrases) {
            Matcher dated = found("(.*?)(?: valid (\\S*)\\.\\.(\\S*?))?( used up)?", phrase);
            String words = dated.group(1);
            Period valid = new Period(day(dated.group(2)), day(dated.group(3)));
            String kind = words.split(" ")[0];
            switch (kind) {
                case "channel", "customer", "catalog" -> prices.add(price(words, valid));
                case "coupon" -> {
                    Matcher m = found("coupon (\\w+) opens (\\w+)( alone)?", words);
                    byCoupon.add(m.group(2));
                    coupons.add(new Coupon(m.group(1), m.group(2), m.group(3) != null, valid, dated.group(4) != null));
                }
                case "tax" -> {
                    Matcher m = found("tax (\\w+) (\\w+)-(\\S+)", words);
                    Taxes.Rate rate = new Taxes.Rate(m.group(2), new BigDecimal(m.group(3)), valid);
                    rates.merge(m.group(1), List.of(rate), RuleWords::together);
                }
                case "charge" -> charges.add(charge(words, valid));
                default -> {
                    Matcher m = found("(\\w+) (\\w+) (exclusive|best|compounded): (.*)", words);
                    Discount.Concurrency mode =
                            switch (m.group(3)) {
                                case "exclusive" -> Discount.Concurrency.EXCLUSIVE;
                                case "best" -> Discount.Concurrency.BEST_PRICE;
                                default -> Discount.Concurrency.COMPOUNDED;
                            };
                    discounts.add(new Discount(m.group(2), mode, valid, false, offer(kind, m.group(4))));
                }
            }
        }
        List<Discount> all = discounts.stream()
                .map(d -> new Discount(d.code(), d.concurrency(), d.valid(), byCoupon.contains(d.code()), d.offer()))
                .toList();
        return new Rules(prices, all, coupons, charges, new Taxes(taxes.place(), taxes.included(), rates));
    }

    private PriceRule price(String words, Period valid) {
        Matcher m = found("(\\w+) price (\\w+): (\\w+) (\\S+)(?: from (\\d+))?(?: per (\\w+))?(?: in (\\w+))?", words);
        PriceRule.Tier tier =
                switch (m.group(1)) {
                    case "channel" -> PriceRule.Tier.CHANNEL_GROUP;
                    case "customer" -> PriceRule.Tier.CUSTOMER_GROUP;
                    default -> PriceRule.Tier.CATALOG;
                };
        Currency in = m.group(7) == null ? currency : Currency.getInstance(m.group(7));
        return new PriceRule(
                tier,
                m.group(2),
                Long.parseLong(product(m.group(3))[0]),
                or(m.group(6), "PCS"),
                Integer.parseInt(or(m.group(5), "1")),
                valid,
                new Money(new BigDecimal(m.group(4)), in));
    }

    private static Offer offer(String kind, String words) {
        switch (kind) {
            case "simple" -> {
                Matcher m = found("(.*) on (.*)", words);
                return PerPiece.simple(scope(m.group(2)), reduction(m.group(1)));
            }
            case "quantity" -> {
                Matcher m = found("(.*) on (.*)", words);
                return new PerPiece(
                        scope(m.group(2)),
                        split(m.group(1), ",").stream()
                                .map(s -> found("from (\\d+) (.*)", s))
                                .map(s -> new PerPiece.Step(Integer.parseInt(s.group(1)), reduction(s.group(2))))
                                .toList());
            }
            case "threshold" -> {
                Matcher m = found("(.*) on (.*)", words);
                return new Threshold(
                        scope(m.group(2)),
                        split(m.group(1), ",").stream()
                                .map(s -> found("from (\\d+) (.*)", s))
                                .map(s -> new Threshold.Step(new BigDecimal(s.group(1)), reduction(s.group(2))))
                                .toList());
            }
            case "mix" -> {
                Matcher m = found("(.*) get (.*?)(?: at most (\\d+))?", words);
                List<MixAndMatch.Group> groups = split(m.group(1), "&").stream()
                        .map(g -> found("(\\d+) (\\w+)", g))
                        .map(g -> new MixAndMatch.Group(scope(g.group(2)), Integer.parseInt(g.group(1))))
                        .toList();
                return new MixAndMatch(groups, deal(m.group(2)), Integer.parseInt(or(m.group(3), "9999")));
            }
            default -> throw new IllegalArgumentException(kind + ' ' + words);
        }
    }

    private static MixAndMatch.Deal deal(String words) {
        Matcher free = match("(?:(\\d+) )?cheapest free", words);
        return free == null
                ? new MixAndMatch.Deal.OffTheSet(reduction(words))
                : new MixAndMatch.Deal.CheapestFree(Integer.parseInt(or(free.group(1), "1")));
    }

    private static Reduction reduction(String words) {
        Matcher m = found("(price )?(\\S+?)(%)?(?: off)?", words);
        Reduction.Kind kind = m.group(1) != null
                ? Reduction.Kind.PRICE
                : m.group(3) != null ? Reduction.Kind.PERCENT : Reduction.Kind.AMOUNT;
        return new Reduction(kind, new BigDecimal(m.group(2)));
    }

    private static Charge charge(String words, Period valid) {
        Matcher m = found("charge (\\w+)( per line)?(?: by (\\w+))?(?: taxed (\\w+))?(?: on (\\w+))?: (.*)", words);
        return new Charge(
                m.group(1),
                m.group(3),
                m.group(2) == null ? Charge.Level.HEADER : Charge.Level.LINE,
                scope(or(m.group(5), "all")),
                valid,
                or(m.group(4), "STANDARD"),
                split(m.group(6), ",").stream().map(RuleWords::step).toList());
    }

    private static Charge.Step step(String words) {
        Matcher m = found("(?:from (\\d+) )?(\\S+?)(%| a piece)?", words);
        Charge.Basis basis = m.group(3) == null
                ? Charge.Basis.FIXED
                : m.group(3).equals("%") ? Charge.Basis.PERCENT : Charge.Basis.PER_PIECE;
        return new Charge.Step(new BigDecimal(or(m.group(1), "0")), basis, new BigDecimal(m.group(2)));
    }

    private static Scope scope(String words) {
        List<String> parts = split(words, " not ");
        Set<Long> excluded = parts.size() == 1 ? Set.of() : Set.of(Long.valueOf(product(parts.get(1))[0]));
        String name = parts.get(0);
        if (name.equals("all")) {
            return new Scope(Set.of(), Set.of(), excluded);
        }
        return CATEGORIES.contains(name)
                ? new Scope(Set.of(), Set.of(name), excluded)
                : new Scope(Set.of(Long.valueOf(product(name)[0])), Set.of(), excluded);
    }

    private static String[] product(String name) {
        return Objects.requireNonNull(SHELF.get(name), name).split(" ");
    }

    private Money money(String amount) {
        return new Money(new BigDecimal(amount), currency);
    }

    private static @Nullable LocalDate day(@Nullable String words) {
        return words == null || words.isEmpty() ? null : LocalDate.parse(words);
    }

    private static Stream<String> rest(List<String> parts, String prefix) {
        return parts.stream().filter(p -> p.startsWith(prefix)).map(p -> p.substring(prefix.length()));
    }

    private static List<String> split(String words, String by) {
        return Arrays.stream(words.split(by)).map(String::strip).toList();
    }

    private static String or(@Nullable String words, String otherwise) {
        return words == null ? otherwise : words;
    }

    private static @Nullable Matcher match(String pattern, String words) {
        Matcher m = Pattern.compile(pattern).matcher(words);
        return m.matches() ? m : null;
    }

    private static Matcher found(String pattern, String words) {
        return Objects.requireNonNull(match(pattern, words), () -> "Not understood: " + words);
    }
}
