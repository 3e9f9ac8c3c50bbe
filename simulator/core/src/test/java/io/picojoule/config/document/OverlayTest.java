package io.picojoule.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {
    private static final String DOCUMENT = """
            clock: 1 Hz
            array: {rows: 1}
            empty:
            layers:
              - {name: conv1, k: 1}
              - {name: a/b, k: 2}
              - {name: l2.0.c, k: 3}
            """;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "clock=5 Hz, clock: 5 Hz",
                "array.rows=16, rows: 16",
                "array.columns=7, columns: 7",
                "new.deep.key=x, key: x",
                "empty.lanes=3, lanes: 3",
                "layers[0].k=9, name: conv1 k: 9",
                "layers[conv1].k=9, name: conv1 k: 9",
                "layers[\"a/b\"].k=9, name: a/b k: 9",
                "layers['a/b'].k=9, name: a/b k: 9",
                "layers[l2.0.c].k=9, name: l2.0.c k: 9",
                "`layers[conv1].kernel=[3, 5]`, `kernel: [3, 5]`",
                "`array={rows: 4}`, rows: 4",
                "clock=a=b, clock: \"a=b\"",
            })
    void setsOneValue(String argument, String expected) {
        assertThat(printed(argument).replaceAll(" +#.*", "").replaceAll("\\s+", " "))
                .contains(expected);
    }

    @Test
    void thePrintedValueSaysWhoSetIt() {
        assertThat(printed("clock=5 Hz")).startsWith("clock: 5 Hz  # --set clock=5 Hz\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`clock`, `--set clock: there is no '='; PATH=VALUE is wanted, for example \"array.rows=16\"`",
                "`=5`, `--set =5: there is no path before '='; PATH=VALUE is wanted`",
                "`clock=`, `--set clock=: there is no value after '='`",
                "`a..b=5`, `--set a..b=5: the path 'a..b' cannot be read`",
                "`layers[conv1.k=5`, `there is no '='`",
                "`layers[]=5`, `the path 'layers[]' cannot be read`",
                "`layers[conv2].k=5`, `--set layers[conv2].k=5: layers: no item is called 'conv2'; did you mean 'conv1'?`",
                "`layers[7].k=5`, `layers: there is no item [7]; the list has 3, from [0]`",
                "`layers.conv1.k=5`, `layers: layers is a list; an item is wanted, for example \"layers[0]\"`",
                "`clock.x=5`, `clock: clock is a single value; there is no 'x' in it`",
                "`array[0]=5`, `array: array is a map, not a list; a key is wanted`",
                "`clock=[1`, `--set clock=[1:1:3: the list opened at 1:1 is not closed`",
            })
    void saysWhyItCannot(String argument, String expected) {
        Problems problems = new Problems();
        Assignment.parse(argument, problems)
                .ifPresent(assignment -> Overlay.apply(Documents.of(DOCUMENT), List.of(assignment), problems));

        assertThat(new InvalidInputException(problems.sorted()).getMessage()).contains(expected);
    }

    private static String printed(String argument) {
        Problems problems = new Problems();
        Assignment assignment = Assignment.parse(argument, problems).orElseThrow();
        Mapping changed = Overlay.apply(Documents.of(DOCUMENT), List.of(assignment), problems);
        assertThat(problems.sorted()).isEmpty();
        return DocumentPrinter.print(changed);
    }
}
