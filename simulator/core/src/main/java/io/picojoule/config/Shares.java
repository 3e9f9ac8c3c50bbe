package io.picojoule.config;

import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import java.util.Optional;

/** Reads shares that cannot be 0: efficiencies, for the most part. */
final class Shares {
    private Shares() {}

    /** Above 0 and at most 1. */
    static double read(Section section, String key, double fallback) {
        Optional<Value> value = section.find(key);
        if (value.isEmpty()) {
            return fallback;
        }
        int before = section.problems().count();
        double share = value.get().fraction();
        if (share == 0 && section.problems().count() == before) {
            value.get().refuse("a number above 0 and at most 1 is wanted", "0.8");
        }
        return share == 0 ? 1 : share;
    }
}
