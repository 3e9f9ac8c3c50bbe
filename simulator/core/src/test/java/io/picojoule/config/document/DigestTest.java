package io.picojoule.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    private static final String DOCUMENT = "name: x\nclock: 1 Hz\nlist: [a, b]\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clock: 1 Hz\nname: x\nlist: [a, b]\n",
                "# a comment\nname: \"x\"\nclock: {value: 1 Hz, source: paper}\nlist:\n- a\n- b\n",
                "name: x\nclock: {value: 1 Hz, range: 1 Hz .. 2 Hz}\nlist: [a, b]\n",
                "name: x\ndescription: long\nsource: somewhere\nclock: 1 Hz\nlist: [a, b]\n",
            })
    void doesNotChangeWithLayoutOrSources(String same) {
        assertThat(Digest.of(Documents.of(same))).isEqualTo(Digest.of(Documents.of(DOCUMENT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: x\nclock: 2 Hz\nlist: [a, b]\n",
                "name: x\nclock: 1 Hz\nlist: [b, a]\n",
                "name: x\nclock: 1 Hz\nlist: [ab]\n",
                "name: x\nclock: 1 Hz\nlist: [a, b]\nmore: 1\n",
                "name: x\nclock: 1 Hz\nlist: [[a, b]]\n",
            })
    void changesWithEveryValue(String other) {
        assertThat(Digest.of(Documents.of(other))).isNotEqualTo(Digest.of(Documents.of(DOCUMENT)));
    }

    /** The digest of <code>{1:a,1:1,}</code>. */
    @Test
    void isTheSameOnEveryMachine() {
        assertThat(Digest.of(Documents.of("a: 1\n")))
                .isEqualTo("d3145f93cebb8a18859db8af7adc1f192f66996b81dc919ab10b0566cfafb92d");
    }
}
