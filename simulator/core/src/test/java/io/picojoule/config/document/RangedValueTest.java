package io.picojoule.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangedValueTest {
    private static final String DOCUMENT = """
            clock: 1 GHz
            memory:
              source: assumed
              dram: {bandwidth: {value: 480 MB/s, range: 0.24 GB/s .. 960 MB/s}}
            layers:
              - {name: conv1, density: {value: 0.5, range: 0.5 .. 1, source: "a guess"}}
            """;

    private final Mapping document = Documents.of(DOCUMENT);

    @Test
    void valuesWithARangeAreFoundWithPathAndSource() {
        assertThat(RangedValue.of(document))
                .extracting(each ->
                        each.path() + " " + each.text() + " " + each.range().text() + " " + each.source())
                .containsExactly(
                        "memory.dram.bandwidth 480 MB/s 0.24 GB/s .. 960 MB/s assumed",
                        "layers[conv1].density 0.5 0.5 .. 1 a guess");
    }

    @Test
    void anEndTakesThePlaceOfTheValueAndHasNoRange() {
        RangedValue bandwidth = RangedValue.of(document).get(0);
        Problems problems = new Problems();
        Mapping low = Overlay.apply(document, List.of(bandwidth.low()), problems);
        assertThat(problems.isEmpty()).isTrue();
        assertThat(DocumentPrinter.print(low)).contains("bandwidth: 0.24 GB/s");
        assertThat(RangedValue.of(low)).extracting(RangedValue::path).containsExactly("layers[conv1].density");
        RangedValue density = RangedValue.of(document).get(1);
        assertThat(DocumentPrinter.print(Overlay.apply(document, List.of(density.high()), problems)))
                .contains("density: 1");
    }

    @Test
    void whatIsWrongWithAnEndIsToldAtItsPlace() {
        RangedValue bandwidth = RangedValue.of(document).get(0);
        Place place = bandwidth.low().value().place();
        assertThat(place).isEqualTo(bandwidth.range().place());
        assertThat(place.line()).isEqualTo(4);
    }
}
