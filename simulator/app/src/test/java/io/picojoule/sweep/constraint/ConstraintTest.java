package io.picojoule.sweep.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintTest {
    private static final Map<String, String> VALUES = Map.of(
            "array.rows", "12",
            "array.columns", "64",
            "memory.global-buffer.capacity", "108 KiB",
            "memory.dram.bandwidth", "0.5 GB/s",
            "accelerator.dataflow", "row-stationary",
            "dataflow", "row-stationary",
            "clock", "200 MHz",
            "area", "12.25 mm2",
            "workload.layers[conv1].stride", "4",
            "zero", "0");

    private static final Place WHERE = new Place(new Origin.CommandLine("sweep.yaml"), 9, 8);

    private static Constraint parse(String text) {
        Problems problems = new Problems();
        Optional<Constraint> constraint = Constraint.parse(text, WHERE, "where", problems);
        assertThat(problems.sorted()).isEmpty();
        return constraint.orElseThrow();
    }

    private static Operand[] values(Constraint constraint) {
        return constraint.values(path -> Optional.ofNullable(VALUES.get(path)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "array.rows * array.columns <= 768 | true",
                "array.rows * array.columns < 768 | false",
                "array.rows + 2 * 3 == 18 | true",
                "(array.rows + 2) * 3 == 42 | true",
                "array.rows - 2 - 3 == 7 | true",
                "array.rows / 2 / 3 == 2 | true",
                "-array.rows < -11 | true",
                "array.rows * 1.1 == 13.2 | true",
                "0.1 + 0.2 <= 0.3 | true",
                "memory.global-buffer.capacity == 110592 B | true",
                "memory.global-buffer.capacity / 1 KiB >= 108 | true",
                "memory.global-buffer.capacity > 108KiB | false",
                "memory.dram.bandwidth == 500 MB/s | true",
                "memory.dram.bandwidth/1 MB/s == 500 | true",
                "clock >= 0.2 GHz and area <= 12.25 mm2 | true",
                "area < 1e7 um2 | false",
                "accelerator.dataflow == row-stationary | true",
                "dataflow != row-stationary | false",
                "dataflow == 'row-stationary' | true",
                "dataflow == weight-stationary or array.rows == 12 | true",
                "not dataflow == weight-stationary and array.rows == 12 | true",
                "not (array.rows == 12 or array.rows == 14) | false",
                "array.rows == 1 or array.rows == 2 and array.rows == 3 | false",
                "array.rows == 12 or array.rows == 2 and array.rows == 3 | true",
                "workload.layers[conv1].stride == 4 | true",
                "nothing.here == 3 | false",
                "nothing.here == 3 or array.rows == 12 | true",
                "not nothing.here == 3 | false",
                "array.rows / zero > 1 | false",
            })
    void itHoldsOrNot(String text, boolean holds) {
        Constraint constraint = parse(text);
        Operand[] values = values(constraint);

        assertThat(constraint.holds(values)).isEqualTo(holds);
        assertThat(constraint.reason(values).isEmpty()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "array.rows * array.columns <= 512 | array.rows * array.columns is 768, more than 512",
                "array.columns <= array.rows | array.columns is 64, more than array.rows, which is 12",
                "memory.global-buffer.capacity < 54 KiB | memory.global-buffer.capacity is 108 KiB, not less than 54 KiB",
                "memory.global-buffer.capacity * 2 <= 100 KiB | memory.global-buffer.capacity * 2 is 216 KiB, more than 100 KiB",
                "array.rows >= 8 and area * 2 <= 12 mm2 | area * 2 is 24.5 mm2, more than 12 mm2",
                "dataflow == no-local-reuse | dataflow is row-stationary, not no-local-reuse",
                "not array.rows == 12 | array.rows is 12, equal to 12",
                "array.rows < 9 or array.columns < 9 | array.rows is 12, not less than 9, and array.columns is 64, not less than 9",
                "array.rows / zero > 1 | array.rows / zero divides by zero, which is 0",
                "nothing.here * 2 == 3 | nothing.here has no value here",
                "clock < area | clock is a frequency and area is an area: they cannot be compared",
            })
    void aReasonNamesTheComparisonAndItsValues(String text, String reason) {
        Constraint constraint = parse(text);

        assertThat(constraint.reason(values(constraint))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "memory.global-buffer.capacity <= memory.dram.bandwidth | at character 31, memory.global-buffer.capacity is a size and memory.dram.bandwidth is a rate: they cannot be compared",
                "array.rows > 3 and dataflow < 3 | at character 29, dataflow is a word and 3 is a plain number: they cannot be compared",
                "dataflow < accelerator.dataflow | at character 10, dataflow is a word, and words have no order",
                "clock + area > 3 | at character 14, clock is a frequency and area is an area: 'clock + area' cannot be computed",
                "array.rows == many | at character 12, array.rows is a plain number and many is a word: they cannot be compared",
            })
    void whatCannotBeComparedIsTold(String text, String found) {
        Constraint constraint = parse(text);
        Problems problems = new Problems();
        constraint.check(values(constraint), WHERE, "where", problems);

        assertThat(problems.sorted())
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).isEqualTo(found));
        assertThat(problems.sorted().get(0).wanted()).isNotEmpty();
    }

    @Test
    void aMissingValueIsNoMistake() {
        Constraint constraint = parse("nothing.here * 3 + area < clock and other == dataflow");
        Problems problems = new Problems();
        constraint.check(values(constraint), WHERE, "where", problems);

        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "array.rows = 12 | at character 12, '=' means nothing here; '==' compares, for example \"array.rows == 12\"",
                "array.rows <= | at character 14, the end stands where a value is wanted; a path or a number is wanted, for example \"array.rows * array.columns <= 512\"",
                "array.rows | at character 1, 'array.rows' is compared with nothing; a comparison is wanted, for example \"array.rows * array.columns <= 512\"",
                "array.rows < 54 KB | at character 17, \"54 KB\" is ambiguous: write 'kB' (1000) or 'KiB' (1024); a number with or without a unit is wanted, for example \"54 KiB\"",
                "8 < array.rows < 16 | at character 16, '<' compares a comparison; two comparisons with 'and' between them are wanted, for example \"8 <= array.rows and array.rows <= 16\"",
                "(array.rows < 3 | at character 16, the end stands where ')' is wanted, for example \"(8 + 4) * 2 <= array.rows\"",
                "(array.rows < 3) array.columns | at character 18, 'array.columns' follows a condition that is complete; an operator before it, or the end, is wanted, for example \"array.rows * array.columns <= 512\"",
                "layers[3 < 4 | at character 7, the bracket has no end; ']' is wanted, for example \"workload.layers[conv1].stride\"",
                "array.rows < 3 && area > 2 | at character 16, '&' means nothing here; 'and' is wanted, for example \"array.rows >= 8 and array.columns >= 8\"",
            })
    void aMistakeIsToldWithItsCharacter(String text, String message) {
        Problems problems = new Problems();

        assertThat(Constraint.parse(text, WHERE, "where", problems)).isEmpty();
        assertThat(problems.sorted())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).endsWith("where: " + message));
    }

    @Test
    void namesAreThePathsEachOnce() {
        assertThat(parse("b.x * a[\"x y\"].c < b.x and d == word and e-f.g > 2").names())
                .isEqualTo(List.of("b.x", "a[\"x y\"].c", "d", "e-f.g"));
    }

    @Test
    void depthAndLengthHaveALimit() {
        for (String text : List.of(
                "(".repeat(2000) + "a", "not ".repeat(900) + "a < 3", "-".repeat(3000) + "3 < 2", "a+".repeat(3000))) {
            Problems problems = new Problems();
            assertThat(Constraint.parse(text, WHERE, "where", problems)).isEmpty();
            assertThat(problems.count()).isEqualTo(1);
        }
        Constraint longest = parse("1+".repeat(1990) + "1 == 1991");
        assertThat(longest.holds(values(longest))).isTrue();
    }

    /** Whatever is written, it is read or there is a problem, and what is read has an answer and a reason. */
    @Test
    void nothingThatIsWrittenCrashes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "array.rows",
                "clock",
                "area",
                "dataflow",
                "zero",
                "12",
                "54 KiB",
                "1e3 MB/s",
                "and",
                "or",
                "not",
                "(",
                ")",
                "<",
                "<=",
                "==",
                "!=",
                ">",
                "+",
                "-",
                "*",
                "/",
                "'x'",
                "[",
                "]",
                ".",
                "=",
                "\"",
                "\u00e9",
                "1e99",
                "mm2",
                "m2",
                "\n",
                "row-stationary",
                "nothing.here",
                "9".repeat(50));
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text =
                    new StringBuilder(random.nextInt(3) == 0 ? "" : "array.rows * 2 <= 512 and clock > 1 GHz");
            for (int change = random.nextInt(6); change >= 0; change--) {
                int at = random.nextInt(text.length() + 1);
                if (random.nextBoolean()) {
                    text.insert(
                            at, " " + pieces.get(random.nextInt(pieces.size())) + (random.nextBoolean() ? " " : ""));
                } else {
                    text.delete(at, Math.min(text.length(), at + random.nextInt(4)));
                }
            }
            Problems problems = new Problems();
            try {
                Optional<Constraint> constraint = Constraint.parse(text.toString(), WHERE, "where", problems);
                assertThat(constraint.isPresent()).isEqualTo(problems.isEmpty());
                read += constraint.isPresent() ? 1 : 0;
                constraint.ifPresent(found -> {
                    Operand[] values = values(found);
                    assertThat(found.reason(values).isEmpty()).isEqualTo(found.holds(values));
                    found.check(values, WHERE, "where", problems);
                });
            } catch (RuntimeException | StackOverflowError crash) {
                throw new AssertionError("seed " + seed + ", case " + i + ": " + text, crash);
            }
        }
        assertThat(read).isGreaterThan(1000);
    }

    /** A grid of 10^8 points is filtered in seconds. */
    @Test
    void tensOfMillionsOfPointsASecond() {
        Constraint constraint =
                parse("array.rows * array.columns <= 512 and memory.global-buffer.capacity / 1 KiB >= 64");
        Operand[] rows = {Operand.of("8"), Operand.of("16"), Operand.of("32")};
        Operand[] values = values(constraint);
        int held = 0;
        long start = System.nanoTime();
        for (int i = 0; i < 10_000_000; i++) {
            values[0] = rows[i % 3];
            held += constraint.holds(values) ? 1 : 0;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("a condition takes %.0f ns%n", seconds * 100);
        assertThat(held).isEqualTo(3_333_334);
        assertThat(seconds).isLessThan(30);
    }
}
