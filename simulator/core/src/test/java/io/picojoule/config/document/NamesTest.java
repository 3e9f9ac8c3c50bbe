package io.picojoule.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "clock, clock, 0",
        "clok, clock, 1",
        "lcock, clock, 1",
        "Clock, clock, 0",
        "a_b, a-b, 0",
        "'', abc, 3",
        "kitten, sitting, 3"
    })
    void distanceCountsLetters(String first, String second, int distance) {
        assertThat(Names.distance(first, second)).isEqualTo(distance);
        assertThat(Names.distance(second, first)).isEqualTo(distance);
    }

    @Test
    void theNearestNameIsMeant() {
        assertThat(Names.hint("colums", List.of("rows", "columns", "column"))).isEqualTo("did you mean 'column'?");
        assertThat(Names.hint("xyz", List.of("rows", "columns"))).isEqualTo("known: rows, columns");
        assertThat(Names.hint("xyz", List.of())).isEqualTo("nothing is known here");
    }

    @Test
    void longListsAreCut() {
        List<String> many = IntStream.range(0, 20).mapToObj(i -> "name" + i).toList();

        assertThat(Names.list(many)).endsWith("name11, ... (8 more)");
    }
}
