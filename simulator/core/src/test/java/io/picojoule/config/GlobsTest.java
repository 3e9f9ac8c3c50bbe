package io.picojoule.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.config.document.Glob;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {
    private static final List<String> NAMES = List.of("conv1", "relu1", "inception_3a/1x1", "inception_3a/3x3", "fc6");

    @ParameterizedTest
    @CsvSource({
        "conv1, conv1, true",
        "conv1, conv10, false",
        "conv*, conv1, true",
        "*, inception_3a/1x1, true",
        "inception*1, inception_3a/1x1, true",
        "*3a*3, inception_3a/3x3, true",
        "*a*b*c, aXbXbYc, true",
        "*a*b*c, aXbXbY, false",
        "**, x, true",
        "fc, fc6, false",
        "*x, x, true",
    })
    void starMatchesAnything(String pattern, String name, boolean matches) {
        assertThat(Glob.matches(pattern, name)).isEqualTo(matches);
    }

    @Test
    void selectionKeepsTheOrderOfTheNetwork() {
        assertThat(Globs.select("--layers", List.of("fc*", "conv1", "c*"), NAMES))
                .containsExactly("conv1", "fc6");
    }

    @Test
    void aPatternThatMatchesNothingListsTheNames() {
        assertThatThrownBy(() -> Globs.select("--layers", List.of("conf1", "x*"), NAMES))
                .hasMessage("""
                        --layers conf1: no layer matches 'conf1'; did you mean 'conv1'?
                        --layers x*: no layer matches 'x*'; known: conv1, relu1, inception_3a/1x1, inception_3a/3x3, fc6""");
    }
}
