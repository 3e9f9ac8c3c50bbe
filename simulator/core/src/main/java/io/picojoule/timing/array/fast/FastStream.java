package io.picojoule.timing.array.fast;

import io.picojoule.activity.Activity;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.array.StreamActivity;
import io.picojoule.timing.array.StreamJob;

/** The fast engine for arrays past which words stream: each kind of pass is timed once, the layer is walked, counts are in closed form. */
public final class FastStream {
    private FastStream() {}

    /** When the layer is done, and everything that happens until then. */
    public static LayerTiming time(StreamJob job) {
        return time(job, LayerTrace.NONE);
    }

    /** The same, and tells every transfer on the way. */
    public static LayerTiming time(StreamJob job, LayerTrace trace) {
        StreamWalk walk = StreamWalk.walk(job, trace);
        int activeElements = job.passes().mostElements();
        long cycles = walk.dram().now();
        Activity activity = StreamActivity.of(job, job.passes().kinds())
                .cycles(cycles, activeElements)
                .build();
        return new LayerTiming(
                cycles,
                walk.computeCycles(),
                walk.dram().exposedCycles(),
                activeElements,
                walk.passes(),
                walk.elementCycles(),
                walk.busy(),
                activity);
    }
}
