package io.picojoule.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.search.Objective;
import io.picojoule.timing.Engine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSettingsTest {
    @Test
    void theWordsForObjectivesAreThoseOfTheSearch() {
        assertThat(RunSettings.OBJECTIVES)
                .isEqualTo(Arrays.stream(Objective.values()).map(Objective::key).toList());
    }

    @Test
    void theWordsForEnginesAreThoseOfTheTiming() {
        assertThat(RunSettings.ENGINES)
                .isEqualTo(Arrays.stream(Engine.values()).map(Engine::key).toList());
    }

    @Test
    void anEmptyNameOfALayerIsRefused() {
        assertThatThrownBy(() -> Overrides.parse(List.of("run.layers=conv1,")).run())
                .hasMessageContaining("an empty name stands between commas");
        assertThat(Overrides.parse(List.of("run.layers=conv1,fc*")).run().layers())
                .containsExactly("conv1", "fc*");
    }
}
