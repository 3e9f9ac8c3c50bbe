package io.picojoule.config.scalesim;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.Configurations;
import io.picojoule.config.Loaded;
import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Problems;
import io.picojoule.workload.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Files of SCALE-Sim, written and read. */
final class ScaleSimFiles {
    static final String CONVOLUTIONS =
            "Layer name, IFMAP Height, IFMAP Width, Filter Height, Filter Width, Channels, Num Filter, Strides,\n";

    private final Path folder;

    ScaleSimFiles(Path folder) {
        this.folder = folder;
    }

    Loaded<Network> topology(String text, String... sets) throws IOException {
        Problems problems = new Problems();
        List<Assignment> assignments = Arrays.stream(sets)
                .map(set -> Assignment.parse(set, problems).orElseThrow())
                .toList();
        Path file = Files.writeString(folder.resolve("x.csv"), text);
        return configurations().workload(file.toString(), assignments);
    }

    ScaleSimConfig configuration(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.cfg"), text);
        Problems problems = new Problems();
        Optional<ScaleSimConfig> config = ScaleSimConfig.read(new Origin.File(file, "x.cfg"), problems);
        problems.throwIfAny();
        return config.orElseThrow();
    }

    Configurations configurations() {
        return Configurations.at(folder, Optional.empty());
    }

    static String resource(String name) throws IOException {
        try (InputStream stream = ScaleSimFiles.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
