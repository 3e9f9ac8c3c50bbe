package io.picojoule.simulation;

import io.picojoule.activity.Level;

/**
 * Where a layer stands under the roof of a machine (Williams, CACM 2009). A MAC is 2 operations, and one that is skipped none.
 *
 * @param peakOperationsPerSecond of the machine at the layer's precision
 * @param achievedOperationsPerSecond of the layer
 * @param dramIntensity operations a byte that crosses DRAM; infinite if none does
 * @param bufferIntensity operations a byte that crosses the buses between global buffer and array; on a sparse engine a byte of matrix SRAM
 * @param dramBytesPerSecond bandwidth of DRAM; infinite if there is none
 * @param bufferBytesPerSecond bandwidth between the global buffer and the array: that of the buses; on a sparse engine that of the matrix SRAMs
 */
public record Roofline(
        double peakOperationsPerSecond,
        double achievedOperationsPerSecond,
        double dramIntensity,
        double bufferIntensity,
        double dramBytesPerSecond,
        double bufferBytesPerSecond) {

    /** The lowest roof at this layer's intensities. */
    public double roofOperationsPerSecond() {
        return Math.min(
                peakOperationsPerSecond,
                Math.min(roof(dramIntensity, dramBytesPerSecond), roof(bufferIntensity, bufferBytesPerSecond)));
    }

    /** What nothing crosses is no roof, whatever its bandwidth. */
    private static double roof(double intensity, double bytesPerSecond) {
        return Double.isInfinite(intensity) ? Double.POSITIVE_INFINITY : intensity * bytesPerSecond;
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
