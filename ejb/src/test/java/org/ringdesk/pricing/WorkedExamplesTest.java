package org.ringdesk.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calculation comes to what a merchant worked out by hand. */
class WorkedExamplesTest {

    @ParameterizedTest
    @MethodSource("examples")
    void comesToTheSame(WorkedExample example) {
        assertThat(example.cells()).isEqualTo(example.expected());
    }

    @Test
    void thereAreEnough() {
        assertThat(examples()).hasSizeGreaterThan(60);
        assertThat(examples().map(WorkedExample::number)).doesNotHaveDuplicates();
    }

    static Stream<WorkedExample> examples() {
        return WorkedExample.all();
    }
}
