package io.picojoule.config;

import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.workload.CodeBits;

/** Reads the bits of Deep Compression; what is not stated is as usual. */
final class CodeBitsReader {
    static final String KEY = "compression";
    static final String CONV = "conv";
    static final String FULLY_CONNECTED = "fully-connected";
    static final String INDEX = "index";

    private CodeBitsReader() {}

    static CodeBits read(Section root) {
        return root.findSection(KEY).map(CodeBitsReader::bits).orElse(CodeBits.DEFAULT);
    }

    private static CodeBits bits(Section section) {
        int conv = bits(section, CONV, CodeBits.DEFAULT.conv());
        int fullyConnected = bits(section, FULLY_CONNECTED, CodeBits.DEFAULT.fullyConnected());
        int index = bits(section, INDEX, CodeBits.DEFAULT.index());
        section.done();
        return new CodeBits(conv, fullyConnected, index);
    }

    private static int bits(Section section, String key, int fallback) {
        return section.has(key) ? new Quantities(section).bits(key, CodeBits.MOST) : fallback;
    }
}
