package org.ringdesk.demo.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ringdesk.catalog.ProductNumber;

class AssortmentTest {
    private final List<Product> products = new Assortment(new Dice(1)).products();

    @Test
    void barcodesAreUniqueAndTheirCheckDigitsFit() {
        assertThat(products)
                .extracting(Product::barcode)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> {
                    assertThat(code).matches("20\\d{11}");
                    int weighted = IntStream.range(0, 13)
                            .map(i -> (code.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3))
                            .sum();
                    assertThat(weighted % 10).isZero();
                });
    }

    @Test
    void theCheckDigitIsAsWorkedByHand() {
        // 200000000001: 2 in an odd place counts once, 1 in an even place three times; 5 more make ten
        assertThat(Barcode.of(1)).isEqualTo("2000000000015");
    }

    @Test
    void numbersAreUniqueAndReadable() {
        assertThat(products).extracting(Product::number).doesNotHaveDuplicates();
        assertThat(products)
                .allSatisfy(p -> assertThat(new ProductNumber(p.number())).hasToString(p.number()));
        assertThat(products).extracting(Product::english).doesNotHaveDuplicates();
        assertThat(products).extracting(Product::german).doesNotHaveDuplicates();
    }

    @Test
    void everythingIsSoldSomewhereAtAPriceAndMostInBoth() {
        assertThat(products).allSatisfy(p -> assertThat(p.prices())
                .isNotEmpty()
                .allSatisfy(price -> assertThat(price.amount().isPositive()).isTrue()));
        assertThat(products).filteredOn(p -> p.prices().size() == 1).hasSize(4);
    }

    @Test
    void someProductsAreOutOfStock() {
        assertThat(products).filteredOn(p -> p.stock() == 0).hasSizeBetween(3, 30);
    }
}
