package io.picojoule.hardware;

/**
 * What a processor draws at least and at most.
 *
 * @param idleWatts with nothing to do
 * @param limitWatts that it holds by itself
 */
public record PowerRange(double idleWatts, double limitWatts) {
    public PowerRange {
        if (!(idleWatts >= 0) || !(limitWatts > idleWatts)) {
            throw new IllegalArgumentException("PowerRange: the limit must be above the idle power");
        }
    }
}
