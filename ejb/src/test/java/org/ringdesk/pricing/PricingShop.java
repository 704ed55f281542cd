package org.ringdesk.pricing;

import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.DE;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductTraits;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.Products;
import org.ringdesk.orders.Selling;
import org.ringdesk.testing.Database;

/** A channel of its own that sells the demo company's products, for rules that no other test sees. */
final class PricingShop {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** Far from what the sequences give. */
    private static final AtomicLong IDS = new AtomicLong(900_000_000);

    private final Selling selling;
    private final ChannelView german;
    private ChannelView channel;
    private final long customer;

    PricingShop(Database database) {
        selling = new Selling(database);
        german = ANNA.call(() -> selling.rooms().get(Channels.class).get(DE));
        long id = IDS.incrementAndGet();
        channel = new ChannelView(
                id,
                new ChannelCode("T" + id % 100_000),
                "Test",
                "TT",
                german.country(),
                german.currency(),
                german.zone(),
                german.language(),
                true,
                german.paymentMethods(),
                german.deliveryModes(),
                german.deliveryCharge(),
                german.freeDeliveryAbove());
        row(
                "sales_channel (id, code, name, legal_entity, order_prefix, country, currency, time_zone, language,"
                        + " prices_include_tax, delivery_charge, free_delivery_above, version)",
                id,
                channel.code().value(),
                "Test",
                "Test",
                "TT",
                "DE",
                "EUR",
                "Europe/Berlin",
                "de",
                true,
                new BigDecimal("5.95"),
                new BigDecimal("75"),
                1);
        customer = selling.somebody().id();
    }

    /** The same in another country. */
    PricingShop in(String country) {
        ChannelView c = channel;
        channel = new ChannelView(
                c.id(),
                c.code(),
                c.name(),
                c.orderPrefix(),
                country,
                c.currency(),
                c.zone(),
                c.language(),
                c.pricesIncludeTax(),
                c.paymentMethods(),
                c.deliveryModes(),
                c.deliveryCharge(),
                c.freeDeliveryAbove());
        return this;
    }

    boolean isUntaxed() {
        return ANNA.call(() -> selling.rooms().get(Products.class).rates(channel.country()))
                .isEmpty();
    }

    void tax(String taxClass, String percent, @Nullable LocalDate first, @Nullable LocalDate last) {
        row("tax_rate", IDS.incrementAndGet(), channel.country(), taxClass, new BigDecimal(percent), first, last, 1);
    }

    ChannelView channel() {
        return channel;
    }

    long customer() {
        return customer;
    }

    /** Makes names unique. */
    String tag() {
        return Long.toString(channel.id());
    }

    Pricing pricing() {
        return selling.rooms().get(Pricing.class);
    }

    /** @param lines quantity and product */
    Basket basket(String... lines) {
        List<Basket.Line> all = Arrays.stream(lines)
                .map(line -> line.split(" "))
                .map(words -> line(Integer.parseInt(words[0]), product(words[1])))
                .toList();
        return Basket.of(
                channel.currency(),
                DAY,
                IntStream.range(0, all.size())
                        .mapToObj(i -> at(i + 1, all.get(i)))
                        .toList());
    }

    private static Basket.Line at(int position, Basket.Line l) {
        return new Basket.Line(position, l.item(), l.quantity(), l.basePrice(), l.quotedOn(), null);
    }

    private Basket.Line line(int quantity, ProductView product) {
        ProductTraits traits = ANNA.call(
                        () -> selling.rooms().get(Products.class).traits(Set.of(product.id())))
                .values()
                .iterator()
                .next();
        Basket.Item item = new Basket.Item(product.id(), traits.category(), traits.taxClass(), traits.unit(), 1);
        return new Basket.Line(1, item, quantity, product.price(), DAY, null);
    }

    private ProductView product(String number) {
        return ANNA.call(() -> selling.rooms().get(Products.class).get(german, new ProductNumber(number), "de"));
    }

    Basket with(Basket b, @Nullable String source, @Nullable String mode, Set<String> coupons) {
        return new Basket(b.currency(), b.day(), b.lines(), source, mode, coupons, List.of());
    }

    Basket quoted(Basket b, LocalDate day) {
        return Basket.of(
                b.currency(),
                b.day(),
                b.lines().stream()
                        .map(l -> new Basket.Line(l.position(), l.item(), l.quantity(), l.basePrice(), day, null))
                        .toList());
    }

    Priced priced(Basket basket) {
        return ANNA.call(() -> pricing().price(basket, channel, customer));
    }

    List<String> statements(Basket basket) {
        Pricing pricing = pricing();
        return selling.rooms().database().statementsOf(() -> ANNA.call(() -> pricing.price(basket, channel, customer)));
    }

    /** Rule, line and amount of prices, coupons and discounts. */
    List<String> why(Basket basket) {
        return details(basket, Priced.Rule.CHANNEL_PRICE, Priced.Rule.THRESHOLD_DISCOUNT);
    }

    /** Rule, line and amount of charges. */
    List<String> charged(Basket basket) {
        return details(basket, Priced.Rule.CHARGE, Priced.Rule.MANUAL_CHARGE);
    }

    private List<String> details(Basket basket, Priced.Rule first, Priced.Rule last) {
        return priced(basket).details().stream()
                .filter(d -> d.rule().compareTo(first) >= 0 && d.rule().compareTo(last) <= 0)
                .map(d -> d.rule() + " " + d.position() + " " + d.amount().amount())
                .toList();
    }

    BigDecimal sum(Basket basket) {
        return priced(basket).goods().amount();
    }

    long group(String code) {
        long id = IDS.incrementAndGet();
        row("price_group", id, code, code, 1);
        return id;
    }

    void agreement(
            long group, String product, int from, @Nullable LocalDate first, @Nullable LocalDate last, String price) {
        row(
                "trade_agreement",
                IDS.incrementAndGet(),
                group,
                product(product).id(),
                "PCS",
                "EUR",
                from,
                first,
                last,
                new BigDecimal(price),
                1);
    }

    void catalog(String source, @Nullable LocalDate first, @Nullable LocalDate last, String product, String price) {
        long id = IDS.incrementAndGet();
        row("sales_catalog", id, channel.id(), source, source, first, last, 1);
        row("catalog_price", id, product(product).id(), "PCS", 1, new BigDecimal(price));
        row(
                "source_code (channel_id, code, catalog_id, name, valid_from, valid_to, version)",
                channel.id(),
                source,
                id,
                source,
                first,
                last,
                1);
    }

    /** @param steps from, reduction, by how much */
    long discount(String code, String kind, String concurrency, boolean byCoupon, String... steps) {
        long id = IDS.incrementAndGet();
        row("discount", id, channel.id(), code, code, kind, concurrency, byCoupon, null, null, 99, 1, true);
        steps("discount_step", id, steps);
        return id;
    }

    private void steps(String table, long id, String... steps) {
        for (String step : steps) {
            String[] words = step.split(" ");
            row(table, id, new BigDecimal(words[0]), words[1], new BigDecimal(words[2]));
        }
    }

    void scope(
            long discount,
            int group,
            int pieces,
            @Nullable String product,
            @Nullable String category,
            boolean excluded) {
        row(
                "discount_scope",
                IDS.incrementAndGet(),
                discount,
                group,
                pieces,
                product == null ? null : product(product).id(),
                category == null ? null : category(category),
                excluded);
    }

    private Object category(String code) {
        return selling.rows("select id, 1 from product_category where code = '" + code + "'")
                .get(0)[0];
    }

    void coupon(String code, long discount, @Nullable LocalDate last, @Nullable Integer most, int uses) {
        row(
                "coupon",
                IDS.incrementAndGet(),
                channel.id(),
                code,
                discount,
                false,
                null,
                last,
                most,
                null,
                uses,
                1,
                true);
    }

    void charge(String code, String level, @Nullable String mode, @Nullable String category, String... steps) {
        long id = IDS.incrementAndGet();
        row(
                "charge",
                id,
                channel.id(),
                code,
                code,
                level,
                mode,
                category == null ? null : category(category),
                "STANDARD",
                null,
                null,
                1,
                true);
        steps("charge_step", id, steps);
    }

    void row(String table, @Nullable Object... values) {
        String places = String.join(", ", Collections.nCopies(values.length, "?"));
        try (Connection connection = selling.rooms().database().plain().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into " + table + " values (" + places + ")")) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }
}
