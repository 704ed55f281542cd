package org.ringdesk.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ringdesk.orders.Selling.ANNA;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.shared.Refusal;
import org.ringdesk.testing.Database;

/** Rules as they are kept come to the calculation as they are meant, in few statements. On both databases. */
class PricingTest {
    private static final LocalDate DAY = PricingShop.DAY;

    @ParameterizedTest
    @EnumSource
    void pricesComeFromGroupsAndCatalogs(Database database) {
        PricingShop shop = new PricingShop(database);
        long ours = shop.group("OURS" + shop.tag());
        shop.row("price_group_channel", shop.channel().id(), ours);
        shop.agreement(ours, "MUG-001", 1, null, DAY, "11.00");
        shop.agreement(ours, "MUG-002", 1, null, DAY.minusDays(1), "1.00");
        long theirs = shop.group("THEIRS" + shop.tag());
        shop.row("price_group_customer", shop.customer(), theirs);
        shop.agreement(theirs, "MUG-001", 5, DAY, null, "10.50");
        shop.catalog("SPRING", DAY.minusDays(3), DAY.plusDays(3), "MUG-003", "9.99");

        assertThat(shop.why(shop.basket("1 MUG-001", "1 MUG-002", "1 MUG-003")))
                .containsExactly("CHANNEL_PRICE 1 11.00");
        assertThat(shop.why(shop.basket("5 MUG-001")))
                .containsExactly("CHANNEL_PRICE 1 11.00", "CUSTOMER_PRICE 1 10.50");
        assertThat(shop.why(shop.with(shop.basket("1 MUG-003"), "SPRING", null, Set.of())))
                .containsExactly("CATALOG_PRICE 1 9.99");
        assertThat(shop.why(shop.with(shop.basket("1 MUG-003"), "SUMMER", null, Set.of())))
                .isEmpty();
        // quoted when the other agreement was valid
        assertThat(shop.why(shop.quoted(shop.basket("1 MUG-002"), DAY.minusDays(1))))
                .containsExactly("CHANNEL_PRICE 1 1.00");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfDiscountIsRead(Database database) {
        PricingShop shop = new PricingShop(database);
        shop.scope(shop.discount("FIVER", "SIMPLE", "COMPOUNDED", false, "1 AMOUNT 5"), 0, 1, "KET-001", null, false);
        long most = shop.discount("MOST", "QUANTITY", "BEST_PRICE", false, "3 PERCENT 10", "5 PERCENT 20");
        shop.scope(most, 0, 1, null, "TOYS", false);
        shop.scope(most, 0, 1, "TDY-001", null, true);
        long set = shop.discount("SET", "MIX", "EXCLUSIVE", false, "0 PRICE 30");
        shop.scope(set, 1, 1, "LMP-001", null, false);
        shop.scope(set, 2, 2, "CDL-005", null, false);
        shop.scope(shop.discount("THREE", "MIX", "BEST_PRICE", false, "0 CHEAPEST 1"), 1, 3, null, "BOOKS", false);
        shop.scope(
                shop.discount("BIG", "THRESHOLD", "BEST_PRICE", false, "100 AMOUNT 10", "300 PERCENT 10"),
                0,
                1,
                null,
                "SHOES",
                false);

        assertThat(shop.why(shop.basket("2 KET-001"))).containsExactly("SIMPLE_DISCOUNT 1 10.00");
        assertThat(shop.why(shop.basket("3 TDY-001"))).isEmpty();
        assertThat(shop.why(shop.basket("5 TDY-002"))).containsExactly("QUANTITY_DISCOUNT 1 27.95");
        assertThat(shop.sum(shop.basket("1 LMP-001", "2 CDL-005"))).isEqualByComparingTo("30.00");
        // three at 15.00
        assertThat(shop.sum(shop.basket("3 BOK-012"))).isEqualByComparingTo("30.00");
        // 139.00 each
        assertThat(shop.sum(shop.basket("1 BTS-005"))).isEqualByComparingTo("129.00");
        assertThat(shop.sum(shop.basket("3 BTS-005"))).isEqualByComparingTo("375.30");
    }

    @ParameterizedTest
    @EnumSource
    void chargesAreRead(Database database) {
        PricingShop shop = new PricingShop(database);
        assertThat(shop.charged(shop.basket("1 MUG-001"))).containsExactly("CHARGE null 5.95");
        shop.charge("DELIVERY", "HEADER", "EXPRESS", null, "0 FIXED 12.95", "50 FIXED 8.95");
        shop.charge("FREIGHT", "LINE", null, "FURNITURE", "0 PER_PIECE 4.00");
        shop.charge("INSURANCE", "HEADER", null, null, "100 PERCENT 1");
        Basket mug = shop.basket("1 MUG-001");
        assertThat(shop.charged(mug)).containsExactly("CHARGE null 5.95");
        assertThat(shop.charged(shop.with(mug, null, "EXPRESS", Set.of()))).containsExactly("CHARGE null 12.95");
        assertThat(shop.charged(shop.basket("3 STL-002")))
                .containsExactly("CHARGE_FREE null 0.00", "CHARGE 1 12.00", "CHARGE null 1.20");
    }

    @ParameterizedTest
    @EnumSource
    void couponsAreReadWithTheirLimits(Database database) {
        PricingShop shop = new PricingShop(database);
        long discount = shop.discount("TENTH", "SIMPLE", "COMPOUNDED", true, "1 PERCENT 10");
        shop.coupon("GOOD", discount, null, 3, 2);
        shop.coupon("GONE", discount, null, 3, 3);
        shop.coupon("LATE", discount, DAY.minusDays(1), null, 0);
        Basket mug = shop.basket("1 MUG-001");
        assertThat(shop.why(mug)).isEmpty();
        assertThat(shop.why(shop.with(mug, null, null, Set.of("GOOD"))))
                .containsExactly("COUPON_TAKEN null 0.00", "SIMPLE_DISCOUNT 1 1.30");
        assertThat(shop.why(shop.with(mug, null, null, Set.of("GONE", "LATE", "NONE"))))
                .containsExactly("COUPON_USED_UP null 0.00", "COUPON_NOT_VALID null 0.00", "COUPON_UNKNOWN null 0.00");
    }

    @ParameterizedTest
    @EnumSource
    void aSourceCodeIsKnownAndDated(Database database) {
        PricingShop shop = new PricingShop(database);
        shop.catalog("SPRING", null, DAY, "MUG-003", "9.99");
        Pricing pricing = shop.pricing();
        ChannelView channel = shop.channel();
        assertThat(ANNA.call(() -> pricing.isSource(channel, "SPRING", DAY))).isTrue();
        assertThat(ANNA.call(() -> pricing.isSource(channel, "SUMMER", DAY))).isFalse();
        Refusal late = catchThrowableOfType(
                Refusal.class, () -> ANNA.call(() -> pricing.isSource(channel, "SPRING", DAY.plusDays(1))));
        assertThat(late.key()).isEqualTo("pricing.source.not-valid");
    }

    @ParameterizedTest
    @EnumSource
    void statementsAreFewAndDoNotGrow(Database database) {
        PricingShop shop = new PricingShop(database);
        Basket mug = shop.basket("1 MUG-001");
        // prices; discounts and charges; taxes
        assertThat(shop.statements(mug)).hasSize(3);
        for (int i = 0; i < 5; i++) {
            shop.scope(
                    shop.discount("D" + i, "SIMPLE", "COMPOUNDED", i == 4, "1 PERCENT 1"),
                    0,
                    1,
                    null,
                    i == 3 ? "BOOKS" : "KITCHEN",
                    false);
        }
        shop.coupon("FOUR", shop.discount("D5", "SIMPLE", "COMPOUNDED", true, "1 PERCENT 1"), null, null, 0);
        // and what the discounts are for
        assertThat(shop.statements(mug)).hasSize(4);
        Basket long40 = shop.basket(Stream.of("MUG-0%02d", "KET-0%02d", "BWL-0%02d", "POT-0%02d", "BRD-0%02d")
                .flatMap(p -> Stream.of(1, 2, 3).map(n -> "1 " + p.formatted(n)))
                .toArray(String[]::new));
        // and the coupons
        List<String> statements = shop.statements(shop.with(long40, null, null, Set.of("FOUR", "OTHER")));
        assertThat(statements).hasSize(5);
        // a discount for books was not loaded for mugs
        assertThat(shop.priced(mug).details())
                .filteredOn(d -> d.rule() == Priced.Rule.SIMPLE_DISCOUNT)
                .extracting(Priced.Detail::code)
                .containsExactly("D0", "D1", "D2");
        assertThat(statements).noneMatch(s -> s.startsWith("unbound"));
    }

    @ParameterizedTest
    @EnumSource
    void aTaxRateCountsFromItsDayOnAndALineKeepsThatOfItsQuote(Database database) {
        PricingShop shop = new PricingShop(database).in("XA");
        if (shop.isUntaxed()) {
            shop.tax("STANDARD", "20", null, null);
            shop.tax("STANDARD", "10", DAY, null);
            shop.tax("STANDARD", "5", DAY.plusDays(10), DAY.plusDays(12));
        }
        Basket today = shop.basket("1 MUG-001");
        assertThat(percent(shop, today)).isEqualByComparingTo("10");
        assertThat(percent(shop, shop.quoted(today, DAY.minusDays(1)))).isEqualByComparingTo("20");
        assertThat(percent(shop, shop.quoted(today, DAY.plusDays(12)))).isEqualByComparingTo("5");
        assertThat(percent(shop, shop.quoted(today, DAY.plusDays(13)))).isEqualByComparingTo("10");
        Basket later = new Basket(today.currency(), DAY.plusDays(11), today.lines(), null, null, Set.of(), List.of());
        assertThat(shop.priced(later).details())
                .filteredOn(d -> d.rule() == Priced.Rule.TAX_INCLUDED)
                .extracting(Priced.Detail::code)
                .containsExactly("XA 10", "XA 5");
    }

    private static BigDecimal percent(PricingShop shop, Basket basket) {
        return shop.priced(basket).lines().get(0).taxPercent();
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfLinesIsKept(Database database) {
        PricingShop shop = new PricingShop(database);
        Basket basket = shop.basket("1 MUG-001", "2 MUG-002", "3 MUG-003");
        List<Basket.Line> lines = new ArrayList<>(basket.lines());
        Collections.reverse(lines);
        Basket reversed = Basket.of(basket.currency(), DAY, lines);
        assertThat(shop.priced(reversed).lines())
                .extracting(Priced.Line::position)
                .containsExactly(3, 2, 1);
    }
}
