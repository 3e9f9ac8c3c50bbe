package io.picojoule.sweep.point;

import io.picojoule.sweep.spec.Setting;
import io.picojoule.sweep.spec.Target;
import io.picojoule.sweep.spec.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What follows from the settings of one target alone: neighbouring points often share it, so that the last is remembered. One thread's own. */
final class Part<T> {
    private final List<Variable> variables;
    private final Target target;
    private final int[] axes;
    private final Function<List<Setting>, T> reading;
    private final int[] last;
    private @Nullable T value;

    Part(List<Variable> variables, Target target, Function<List<Setting>, T> reading) {
        this.variables = variables;
        this.target = target;
        this.reading = reading;
        this.axes = IntStream.range(0, variables.size())
                .filter(i -> variables.get(i).touches(target))
                .toArray();
        this.last = new int[axes.length];
    }

    T at(int[] choices) {
        T known = value;
        if (known != null && isLast(choices)) {
            return known;
        }
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < axes.length; i++) {
            last[i] = choices[axes[i]];
            for (Setting setting : variables.get(axes[i]).settings().get(last[i])) {
                if (setting.target() == target) {
                    settings.add(setting);
                }
            }
        }
        T read = reading.apply(settings);
        value = read;
        return read;
    }

    private boolean isLast(int[] choices) {
        for (int i = 0; i < axes.length; i++) {
            if (last[i] != choices[axes[i]]) {
                return false;
            }
        }
        return true;
    }
}
