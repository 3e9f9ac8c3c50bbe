package io.picojoule.sweep.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.document.DocumentParser;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.sweep.Axis;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Does a sweep's file mean what its author would think, and is told what is wrong with one that means nothing? */
class SweepReaderTest {
    private static final Set<String> MEASURES = Set.of("joules", "seconds", "area");
    private static final String REST = "accelerator: eyeriss\nworkloads: [alexnet]\n";

    private final Problems problems = new Problems();

    private Optional<SweepSpec> read(String text) {
        Origin origin = new Origin.File(Path.of("sweep.yaml"), "sweep.yaml");
        return DocumentParser.parse(origin, text, problems)
                .map(Mapping.class::cast)
                .flatMap(document -> SweepReader.read("test", document, MEASURES, problems));
    }

    private Axis axis(String axis) {
        SweepSpec spec = read(REST + "axes: {" + axis + "}\n").orElseThrow(() -> new AssertionError(problems.sorted()));
        return spec.axes().get(0);
    }

    private List<String> refused(String text) {
        assertThat(read(text)).isEmpty();
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    @Test
    void theExampleOfTheDocumentation() {
        SweepSpec spec = read("""
                accelerator: eyeriss
                workloads: [alexnet, vgg16]
                run: {batch: 4, objective: energy}
                axes:
                  accelerator.array.rows: {range: 8..32, step: 4}
                  accelerator.memory.global-buffer.capacity: [54 KiB, 108 KiB, 216 KiB]
                  accelerator.dataflow: [row-stationary, weight-stationary, output-stationary]
                  accelerator.memory.dram.bandwidth: {log-range: 0.5 GB/s .. 16 GB/s, points: 6}
                where: array.rows * array.columns <= 512
                sample: {method: grid}
                objectives: {minimise: [joules, seconds, area]}
                """).orElseThrow();
        assertThat(spec.workloads()).containsExactly("alexnet", "vgg16");
        assertThat(spec.axes()).extracting(Axis::size).containsExactly(7, 3, 3, 6);
        assertThat(spec.axes().get(0).values()).containsExactly("8", "12", "16", "20", "24", "28", "32");
        assertThat(spec.axes().get(3).values())
                .containsExactly("0.5 GB/s", "1 GB/s", "2 GB/s", "4 GB/s", "8 GB/s", "16 GB/s");
        assertThat(spec.objectives()).containsExactly("joules", "seconds", "area");
        assertThat(spec.where()).hasSize(1);
        assertThat(spec.sampling()).isEqualTo(new Sampling.Grid());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "array.rows: {range: 8..11} | 8, 9, 10, 11",
                "array.rows: {range: 8..32, step: 10} | 8, 18, 28",
                "clock: {range: 100 MHz .. 300 MHz, step: 100} | 100 MHz, 200 MHz, 300 MHz",
                "clock: {range: 0.5..1.5 GHz, step: 0.5 GHz} | 0.5 GHz, 1 GHz, 1.5 GHz",
                "clock: {range: 7..7 MHz} | 7 MHz",
                "memory.global-buffer.capacity: {log-range: 16 KiB .. 128 KiB, points: 4} | 16 KiB, 32 KiB, 64 KiB, 128 KiB",
                "memory.global-buffer.capacity: {log-range: 1 KiB .. 3 KiB, points: 6} | 1 KiB, 2 KiB, 3 KiB",
                "memory.dram.bandwidth: {log-range: 1 .. 2 GB/s, points: 3} | 1 GB/s, 1.41421 GB/s, 2 GB/s",
                "dataflow: row-stationary | row-stationary",
            })
    void valuesOfAnAxis(String axis, String values) {
        assertThat(String.join(", ", axis(axis).values())).isEqualTo(values.strip());
    }

    @Test
    void anAxisSetsSeveralPathsTogether() {
        Variable size = read(REST + """
                axes:
                  size:
                    together:
                      - {accelerator.array.rows: 8, array.columns: 16}
                      - {accelerator.array.rows: 16, array.columns: 8, run.batch: 4}
                """).orElseThrow().variables().get(0);
        assertThat(size.axis().values().get(0)).isEqualTo("accelerator.array.rows=8, array.columns=16");
        assertThat(size.settings().get(1))
                .extracting(Setting::target, Setting::argument)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Target.ACCELERATOR, "accelerator.array.rows=16"),
                        org.assertj.core.groups.Tuple.tuple(Target.ACCELERATOR, "array.columns=8"),
                        org.assertj.core.groups.Tuple.tuple(Target.RUN, "run.batch=4"));
    }

    @Test
    void aLabelStandsForEverythingThatIsSetWithIt() {
        Variable size = read(REST + """
                axes:
                  size:
                    together:
                      - {label: small, array.rows: 8, array.columns: 16}
                      - {array.rows: 16, array.columns: 16}
                """).orElseThrow().variables().get(0);
        assertThat(size.axis().values()).containsExactly("small", "array.rows=16, array.columns=16");
        assertThat(size.settings().get(0))
                .extracting(Setting::argument)
                .containsExactly("array.rows=8", "array.columns=16");
    }

    @Test
    void mapsAndListsAreValuesToo() {
        assertThat(axis("array: [{rows: 8, columns: 8}, {rows: 4, columns: 16}]")
                        .values())
                .containsExactly("{rows: 8, columns: 8}", "{rows: 4, columns: 16}");
        assertThat(axis("memory.global-buffer.holds: [[input], [input, partial-sum]]")
                        .values())
                .containsExactly("[input]", "[input, partial-sum]");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        List<String> told = refused("""
                axes:
                  array.rows: []
                  array.columns: {range: 32..8, step: 4}
                  clock: {range: 100 MHz .. 1 GHz, step: 5}
                  memory.dram.bandwidth: {log-range: 0 GB/s .. 1 GB/s, points: 1}
                  dataflow: [row-stationary, row-stationary]
                  run: [1]
                sample: {method: random}
                objectives: {minimise: [jouls]}
                wher: array.rows < 3
                """);
        assertThat(told)
                .anySatisfy(each -> assertThat(each)
                        .startsWith(
                                "sweep.yaml:2:3: axes.array.rows: an axis without values; a list of values or a range"))
                .anySatisfy(each -> assertThat(each).contains("array.columns").contains("it ends before it begins"))
                .anySatisfy(each -> assertThat(each).contains("it begins in MHz and ends in GHz; the same unit"))
                .anySatisfy(each -> assertThat(each).contains("points").contains("too small"))
                .anySatisfy(each -> assertThat(each).contains("\"row-stationary\" is there twice"))
                .anySatisfy(each -> assertThat(each).contains("names no value of the run"))
                .anySatisfy(each -> assertThat(each).contains("\"random\" is not known here"))
                .anySatisfy(each -> assertThat(each).contains("\"jouls\"").contains("joules"))
                .anySatisfy(
                        each -> assertThat(each).contains("unknown key 'wher'").contains("where"))
                .anySatisfy(each -> assertThat(each).contains("workloads").contains("is missing"))
                .anySatisfy(each -> assertThat(each).contains("accelerator: is missing"));
    }

    @Test
    void networksHaveOneList() {
        assertThat(refused(REST + "workload: lenet5\naxes: {array.rows: [1]}\n"))
                .singleElement()
                .asString()
                .contains("3:11: workload: 'workloads' is there too");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "axes: {} | nothing varies",
                "axes: [1, 2] | nothing varies",
                "axes: {array.rows: {range: 1..1000000}} | it has 1000000 values",
                "axes: {array.rows: {range: a..b}} | is no range",
                "axes: {array.rows: {range: 1..4, step: 0}} | is no step",
                "axes: {array.rows: {range: 1..4, step: 1 MHz}} | the step is in MHz, and the range without a unit",
                "axes: {array.rows: {range: 1..4, stop: 1}} | unknown key 'stop'",
                "axes: {'a[': [1]} | the path 'a[' cannot be read",
                "axes: {array.rows: [1], accelerator.array.rows: [2]} | sets the same value",
                "axes: {s: {together: [1]}} | a map of paths is wanted",
                "axes: {s: {together: []}} | an axis without values",
                "axes: {s: {together: [{label: a}]}} | a map of paths is wanted",
                "axes: {s: {together: [{label: [a], clock: 1 GHz}]}} | axes.s.label: no text; a short name is wanted",
                "axes: {s: {together: [{label: a, clock: 1 GHz}, {label: a, clock: 2 GHz}]}} | \"a\" is there twice",
            })
    void whatNoAxisIs(String axes, String message) {
        assertThat(refused(REST + axes)).anySatisfy(each -> assertThat(each).contains(message));
    }
}
