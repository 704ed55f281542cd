package org.ringdesk.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.testing.Caller.as;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;

class ProductsTest {
    private static final Caller AGENT = as("anna.schmidt", Role.AGENT);

    @ParameterizedTest
    @EnumSource
    void everyWordMustOccurInNumberNameOrBarcode(Database database) {
        List<ProductView> mugs = search(database, "DE", "becher", "de");
        assertThat(mugs).isNotEmpty().allSatisfy(p -> assertThat(p.name()).containsIgnoringCase("becher"));
        assertThat(search(database, "DE", "mug stoneware", "de"))
                .isNotEmpty()
                .isSubsetOf(search(database, "DE", "steinzeugbecher", "de"));
        assertThat(search(database, "DE", "becher unheard", "de")).isEmpty();
        ProductView one = mugs.get(0);
        assertThat(search(database, "DE", one.number().value().toLowerCase(Locale.ROOT), "de"))
                .containsExactly(one);
    }

    @ParameterizedTest
    @EnumSource
    void whatBeginsWithTheWordsComesFirst(Database database) {
        assertThat(search(database, "DE", "mug", "en"))
                .first()
                .satisfies(p -> assertThat(p.number().value()).startsWith("MUG"));
    }

    @ParameterizedTest
    @EnumSource
    void thePriceIsTheChannels(Database database) {
        ProductView german = search(database, "DE", "stoneware mug", "en").get(0);
        ProductView british =
                search(database, "UK", german.number().value(), "en").get(0);
        assertThat(german.price().currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(british.price().currency().getCurrencyCode()).isEqualTo("GBP");
        assertThat(german.price()).isNotEqualTo(british.price());
        assertThat(german.name()).isEqualTo(british.name());
    }

    @ParameterizedTest
    @EnumSource
    void aSearchIsOneStatement(Database database) {
        Rooms rooms = database.rooms();
        ChannelView channel = channel(database, "DE");
        Products products = rooms.get(Products.class);
        assertThat(rooms.database().statementsOf(() -> AGENT.call(() -> products.search(channel, "a", "de", 20))))
                .hasSize(1)
                .allSatisfy(s -> assertThat(s).startsWith("SELECT"));
    }

    @ParameterizedTest
    @EnumSource
    void furtherUnitsTakeOneStatementHoweverManyThereAre(Database database) {
        Rooms rooms = database.rooms();
        ChannelView channel = channel(database, "DE");
        Products products = rooms.get(Products.class);
        assertThat(rooms.database().statementsOf(() -> AGENT.call(() -> products.search(channel, "500 g", "de", 20))))
                .hasSize(2);
        assertThat(AGENT.call(() -> products.measures("de"))).contains("Stück", "Karton");
        assertThat(AGENT.call(() -> products.measures("en"))).contains("piece", "box");
    }

    @ParameterizedTest
    @EnumSource
    void signsOfThePatternLanguageAreOnlySigns(Database database) {
        for (String words : List.of("%", "_", "!", "\\", "'; drop table product; --", "")) {
            assertThat(search(database, "DE", words, "de")).as(words).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownProductIsRefused(Database database) {
        Products products = database.rooms().get(Products.class);
        ChannelView channel = channel(database, "DE");
        assertThatThrownBy(() -> AGENT.call(() -> products.get(channel, new ProductNumber("NO-SUCH"), "de")))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.key()).isEqualTo("product.unknown");
                    assertThat(r.arguments()).containsExactly("NO-SUCH");
                });
    }

    @ParameterizedTest
    @EnumSource
    void traitsAndTaxRatesComeForMany(Database database) {
        Products products = database.rooms().get(Products.class);
        List<ProductView> some = search(database, "DE", "mug", "en");
        Map<Long, ProductTraits> traits = AGENT.call(
                () -> products.traits(some.stream().map(ProductView::id).toList()));
        assertThat(some).allSatisfy(p -> assertThat(traits.get(p.id())).satisfies(t -> {
            assertThat(t.picture()).isEqualTo(p.picture());
            assertThat(t.taxClass()).isEqualTo(p.taxClass());
            assertThat(t.category()).isEqualTo("KITCHEN");
            assertThat(t.unit()).isEqualTo("PCS");
            assertThat(t.rules()).isEqualTo(p.rules());
            assertThat(t.stock()).isEqualTo(p.stock());
        }));
        assertThat(AGENT.call(() -> products.traits(Set.of()))).isEmpty();
        assertThat(AGENT.call(() -> products.rates("DE")))
                .contains(new TaxRateView("DE", "STANDARD", new BigDecimal("19.000"), null, null, 1));
        assertThat(AGENT.call(() -> products.rates("GB")))
                .contains(new TaxRateView("GB", "REDUCED", new BigDecimal("0.000"), null, null, 1));
    }

    private static List<ProductView> search(Database database, String channel, String words, String language) {
        Products products = database.rooms().get(Products.class);
        return AGENT.call(() -> products.search(channel(database, channel), words, language, 50));
    }

    private static ChannelView channel(Database database, String code) {
        return AGENT.call(() -> database.rooms().get(Channels.class).get(new ChannelCode(code)));
    }
}
