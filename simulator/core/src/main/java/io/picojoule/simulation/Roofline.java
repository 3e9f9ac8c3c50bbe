package io.picojoule.simulation;

import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;

/**
 * Where a layer stands under the roof of a machine (Williams, CACM 2009). 1 MAC is 2 operations, and counts if zeros cannot spare it:
 * {@link #macs}.
 *
 * @param peakOperationsPerSecond of the machine at the layer's precision
 * @param achievedOperationsPerSecond of the layer
 * @param dramIntensity operations a byte that crosses DRAM; infinite if none does
 * @param bufferIntensity operations a byte that crosses the buses between global buffer and array
 * @param dramBytesPerSecond bandwidth of DRAM
 * @param bufferBytesPerSecond bandwidth between the global buffer and the array: that of the buses
 */
public record Roofline(
        double peakOperationsPerSecond,
        double achievedOperationsPerSecond,
        double dramIntensity,
        double bufferIntensity,
        double dramBytesPerSecond,
        double bufferBytesPerSecond) {

    /** The MACs that are measured by the machine's peak: all, or, where zeros are skipped, those whose input is not zero. */
    public static long macs(SpatialArray machine, Activity activity) {
        return machine.processingElement().zeroInputs() == ZeroInputs.SKIP
                ? activity.macs() - activity.gatedMacs()
                : activity.macs();
    }

    /** The lowest roof at this layer's intensities. */
    public double roofOperationsPerSecond() {
        return Math.min(
                peakOperationsPerSecond,
                Math.min(dramIntensity * dramBytesPerSecond, bufferIntensity * bufferBytesPerSecond));
    }

    /** {@link Level#DRAM} or {@link Level#GLOBAL_BUFFER}. */
    public double intensity(Level level) {
        return switch (level) {
            case DRAM -> dramIntensity;
            case GLOBAL_BUFFER -> bufferIntensity;
            default -> throw new IllegalArgumentException("no roof is drawn for " + level.key());
        };
    }

    public double fractionOfPeak() {
        return achievedOperationsPerSecond / peakOperationsPerSecond;
    }

    public double fractionOfRoof() {
        double roof = roofOperationsPerSecond();
        return roof == 0 ? 0 : achievedOperationsPerSecond / roof;
    }
}
