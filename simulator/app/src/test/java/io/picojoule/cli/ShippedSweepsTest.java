package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.Configurations;
import io.picojoule.config.Preset;
import io.picojoule.config.Presets;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problems;
import io.picojoule.report.sweep.SweepMeasures;
import io.picojoule.sweep.Point;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.point.Sweep;
import io.picojoule.sweep.spec.Sampling;
import io.picojoule.sweep.spec.SweepReader;
import io.picojoule.sweep.spec.SweepSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Do the sweeps that ship run, and is the gallery of just these? */
class ShippedSweepsTest {
    private static final Path HOME = Path.of(System.getProperty("picojoule.home"));
    /** Nothing but what is in the jar. */
    private static final Configurations BUILT_IN = Configurations.at(Path.of("no-such-directory"), Optional.empty());
    /** A layer that is soon done, where the whole takes seconds. */
    private static final Map<String, String> SMALL = Map.of(
            "eie-pe-count", "NT-We",
            "eie-queue-depth", "NT-We",
            "sram-width", "NT-We",
            "pe-count-equal-area", "conv5");

    @TempDir
    private Path folder;

    static Stream<String> names() {
        return BUILT_IN.presets().list(Presets.Kind.SWEEP).stream().map(Preset::name);
    }

    private static SweepSpec spec(String nameOrPath) {
        Problems problems = new Problems();
        Mapping document =
                BUILT_IN.document(Presets.Kind.SWEEP, nameOrPath, List.of()).value();
        Optional<SweepSpec> spec = SweepReader.read("test", document, SweepMeasures.keys(), problems);
        problems.throwIfAny();
        return spec.orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsFirstAndItsLastPointRun(String name) throws IOException {
        String layers = SMALL.containsKey(name) ? "run: {layers: " + SMALL.get(name) + "}\n" : "";
        Path file = Files.writeString(folder.resolve("x.yaml"), "extends: " + name + "\n" + layers);
        Sweep sweep = Sweep.load(spec(file.toString()), BUILT_IN, SweepMeasures.ALL, "test");
        int[] first = new int[sweep.axes().size()];
        int[] last = sweep.axes().stream().mapToInt(axis -> axis.size() - 1).toArray();
        for (int[] choices : List.of(first, last)) {
            SweepRow row = sweep.simulator().simulate(new Point(0, choices));
            // Where an area is given, the largest machine may be too large, and says so.
            assertThat(row.reason()).matches("|area is .*");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void itSaysWhatItIsAndWhereFromAndIsSoonDone(String name) {
        SweepSpec spec = spec(name);
        assertThat(spec.name()).isNotEqualTo("test");
        assertThat(spec.description()).isNotEmpty().doesNotEndWith(".").hasSizeLessThan(140);
        assertThat(spec.source()).isNotEmpty();
        long points = spec.sampling() instanceof Sampling.Nsga2 search
                ? (long) search.generations() * search.population()
                : spec.axes().stream().mapToLong(axis -> axis.size()).reduce(1, (a, b) -> a * b);
        assertThat(points).isLessThanOrEqualTo(400);
    }

    @Test
    void theGalleryIsOfAllOfThem() throws IOException {
        Path gallery = HOME.resolve("reports/gallery");
        String index = Files.readString(gallery.resolve("index.html"));
        TreeSet<String> pages = new TreeSet<>();
        try (Stream<Path> all = Files.list(gallery)) {
            all.filter(Files::isDirectory)
                    .forEach(page -> pages.add(page.getFileName().toString()));
        }
        assertThat(pages)
                .as("if this differs: scripts/gallery, and a page whose sweep is gone goes too")
                .containsExactlyElementsOf(names().toList());
        for (String name : pages) {
            String page = Files.readString(gallery.resolve(name).resolve("report.html"));
            assertThat(page).contains("<title>" + spec(name).name().replace("'", "&#39;"));
            assertThat(index).contains("href=\"" + name + "/report.html\"");
        }
    }
}
