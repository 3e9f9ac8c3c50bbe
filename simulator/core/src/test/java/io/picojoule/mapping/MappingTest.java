package io.picojoule.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Does a mapping print itself as a loop nest that can be read back, and is what cannot be read refused with the line? */
class MappingTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final LoopNest CONV1 = new LoopNest(4, 1, 96, 3, 55, 55, 11, 11, 4, 4, 1, 227, 227, 0, 0);

    @Test
    void aMapping_printsAsItsLoops() {
        Mapping mapping = RowStationary.mapping(CONV1, new RowStationaryParameters(96, 1, 7, 16, 1, 1, 2));

        assertThat(mapping.toString().lines().map(String::strip))
                .containsExactly(
                        "for g in 0..1  @ dram",
                        "for n in 0..4  @ dram",
                        "for m in 0..96 step 96  @ dram",
                        "for p in 0..55 step 7  @ dram",
                        "for c in 0..3  @ global-buffer",
                        "for m in 0..96 step 32  @ global-buffer",
                        "parallel c in 0..1  @ rows",
                        "parallel r in 0..11  @ rows",
                        "parallel m in 0..32 step 16  @ columns",
                        "parallel p in 0..7  @ columns",
                        "for n in 0..1  @ scratchpad",
                        "for q in 0..55  @ scratchpad",
                        "for s in 0..11  @ scratchpad",
                        "for c in 0..1  @ scratchpad",
                        "for m in 0..16  @ scratchpad");
    }

    @Test
    void whatIsPrinted_isReadBack_onGeneratedMappings() {
        RandomMappings mappings = new RandomMappings(SEED);
        for (int number = 0; number < 500; number++) {
            Mapping mapping = mappings.next();
            String name = "mapping " + number + " of seed " + SEED;
            assertThat(Mapping.parse(mapping.toString())).as(name).isEqualTo(mapping.loops());
            assertThat(RowStationary.mapping(mapping.nest(), Mapping.parse(mapping.toString())))
                    .as(name)
                    .isEqualTo(mapping);
        }
    }

    @Test
    void indentationSpacesAndEmptyLines_doNotMatter() {
        assertThat(Mapping.parse("\n\n  for m in 0..96 step 32 @global-buffer\n\nparallel  c in 0..3   @ rows  \n"))
                .containsExactly(
                        new Loop(Place.GLOBAL_BUFFER, Dimension.M, 96, 32), new Loop(Place.ROWS, Dimension.C, 3, 1));
        assertThat(Mapping.parse(" \n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for m in 0..96 | cannot read the loop \"for m in 0..96\"; wanted is a line such as",
                "for m in 1..96 @ dram | cannot read the loop \"for m in 1..96 @ dram\"",
                "for m in 0..9999999999 @ dram | cannot read the loop",
                "for x in 0..96 @ dram | unknown dimension 'x' in the loop \"for x in 0..96 @ dram\"; there are n g m c p q r s",
                "for m in 0..96 @ moon | unknown place 'moon' in the loop \"for m in 0..96 @ moon\"; there are dram,",
                "for m in 0..96 @ rows | the loop \"for m in 0..96 @ rows\" is at odds with itself",
                "parallel m in 0..96 @ dram | the loop \"parallel m in 0..96 @ dram\" is at odds with itself",
                "for m in 0..0 @ dram | Loop: extent and step must be at least 1",
                "for m in 0..9 step 0 @ dram | Loop: extent and step must be at least 1"
            })
    void linesThatCannotBeRead_areQuoted(String line, String message) {
        assertThatThrownBy(() -> Mapping.parse("for n in 0..4  @ dram\n" + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aLoopThatIsNotThere_coversOneIndex() {
        Mapping mapping = new Mapping("any", CONV1, List.of(new Loop(Place.DRAM, Dimension.M, 96, 32)));
        assertThat(mapping.loop(Place.DRAM, Dimension.M).iterations()).isEqualTo(3);
        assertThat(mapping.loop(Place.ROWS, Dimension.M)).isEqualTo(new Loop(Place.ROWS, Dimension.M, 1, 1));
        assertThat(new Loop(Place.DRAM, Dimension.M, 97, 32).iterations()).isEqualTo(4);
    }
}
