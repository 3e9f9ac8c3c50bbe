package io.picojoule.timing.array.fast;

import io.picojoule.mapping.PassGeometry;
import io.picojoule.timing.array.ArrayJob;
import java.util.HashMap;
import java.util.Map;

/** Where zeros are skipped: a pass takes as long as its inputs let it. Of one layer. */
final class TimingsByInputs implements PassTimings {
    private final ArrayJob job;
    private final PassMachine machine;
    private final NonZeroWords words;
    private final Map<Key, TimedPass> known = new HashMap<>();

    TimingsByInputs(ArrayJob job) {
        this.job = job;
        this.machine = PassMachine.of(job.machine());
        this.words = new NonZeroWords(job.data());
    }

    private record Key(PassGeometry geometry, PassInputs inputs) {}

    @Override
    public TimedPass of(PassGeometry geometry, PassInputs inputs) {
        return known.computeIfAbsent(
                new Key(geometry, inputs),
                unseen -> FastPass.time(geometry, machine, new NonZeroWindows(geometry, words, job.passes(), inputs)));
    }

    @Override
    public boolean dependOnInputs() {
        return true;
    }
}
