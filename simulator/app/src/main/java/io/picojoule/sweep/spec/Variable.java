package io.picojoule.sweep.spec;

import io.picojoule.sweep.Axis;
import java.util.List;

/**
 * An axis with what each of its values sets: one setting, or several that go together.
 *
 * @param settings in the order of the axis's values
 */
public record Variable(Axis axis, List<List<Setting>> settings) {
    public Variable {
        settings = settings.stream().map(List::copyOf).toList();
        if (settings.size() != axis.size()) {
            throw new IllegalArgumentException("axis " + axis.path() + " has other values than settings");
        }
    }

    /** Whether any of its values changes something in a document of this kind. */
    public boolean touches(Target target) {
        return settings.stream().flatMap(List::stream).anyMatch(setting -> setting.target() == target);
    }
}
