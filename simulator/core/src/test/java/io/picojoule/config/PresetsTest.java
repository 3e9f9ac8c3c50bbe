package io.picojoule.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {
    @TempDir
    Path folder;

    private Path here;
    private Path home;
    private Presets presets;

    @BeforeEach
    void shelves() throws IOException {
        here = folder.resolve("here");
        home = folder.resolve("home");
        Files.createDirectories(here.resolve("configs"));
        Files.createDirectories(home.resolve("configs/energy"));
        presets = new Presets(here, Optional.of(home));
    }

    @Test
    void theCurrentDirectoryComesFirstThenTheInstallationThenTheJar() throws IOException {
        assertThat(found("eyeriss").reference()).isEqualTo("builtin:configs/eyeriss.yaml");

        Files.writeString(home.resolve("configs/eyeriss.yaml"), "name: theirs");
        assertThat(found("eyeriss").reference())
                .isEqualTo(home.resolve("configs/eyeriss.yaml").toString());

        Files.writeString(here.resolve("configs/eyeriss.yml"), "name: mine");
        assertThat(found("eyeriss").reference())
                .isEqualTo(here.resolve("configs/eyeriss.yml").toString());
        assertThat(found("eyeriss").label()).isEqualTo("configs/eyeriss.yml");
    }

    @Test
    void theListSaysWhichOneALookUpFinds() throws IOException {
        Files.writeString(here.resolve("configs/eyeriss.yaml"), "name: mine\ndescription: my own\n");
        Files.writeString(here.resolve("configs/notes.txt"), "no preset");
        Files.writeString(home.resolve("configs/other.yaml"), "[broken");

        assertThat(presets.list(Presets.Kind.ACCELERATOR))
                .extracting(preset -> preset.name() + ": " + preset.where())
                .contains("eyeriss: current directory", "other: installation");
        assertThat(presets.list(Presets.Kind.WORKLOAD))
                .extracting(preset -> preset.name() + ": " + preset.where())
                .contains("alexnet: built in");
        Configurations configurations = new Configurations(presets);
        assertThat(presets.list(Presets.Kind.ACCELERATOR))
                .extracting(preset -> configurations.summary(preset).description())
                .anySatisfy(text -> assertThat(text).isEqualTo("my own"))
                .anySatisfy(
                        text -> assertThat(text).startsWith("cannot be read: ").contains("is not closed"));
    }

    @Test
    void aNameThatIsNotThereGetsNearNamesAndWhereItWasSought() {
        assertThat(refused("eyeris"))
                .isEqualTo("accelerator: there is no preset \"eyeris\" (looked in " + here.resolve("configs") + ", "
                        + home.resolve("configs") + ", the jar); did you mean 'eyeriss'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".hidden", "a b", "", "a\\b", "-x", "a..b", "C:", "a\u0000b"})
    void aNameThatCouldLeadElsewhereIsNone(String name) {
        assertThat(refused(name)).contains("is neither the name of a preset nor a path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"builtin:../../config/Presets.class", "builtin:/etc/passwd", "builtin:configs"})
    void theJarGivesNothingButPresets(String reference) {
        assertThat(refused(reference)).isNotEmpty();
    }

    @Test
    void aPathIsAFileOfTheWorkingDirectory() throws IOException {
        Files.writeString(here.resolve("mine.yaml"), "name: mine");

        assertThat(found("mine.yaml").label()).isEqualTo("mine.yaml");
        assertThat(refused("mina.yaml"))
                .contains("there is no file " + here.resolve("mina.yaml"))
                .contains("did you mean 'mine.yaml'?");
        assertThat(refused("configs/"))
                .isEqualTo("accelerator: " + here.resolve("configs") + " is a folder; a file is wanted");
    }

    private Origin found(String name) {
        Problems problems = new Problems();
        Optional<Origin> origin = presets.find(Presets.Kind.ACCELERATOR, name, problems);
        problems.throwIfAny();
        return origin.orElseThrow();
    }

    private String refused(String name) {
        Problems problems = new Problems();
        presets.find(Presets.Kind.ACCELERATOR, name, problems)
                .ifPresent(origin -> new DocumentLoader(presets, Presets.Kind.ACCELERATOR, problems).load(name));
        return new InvalidInputException(problems.sorted()).getMessage();
    }
}
