package io.picojoule.report.comparison;

import io.picojoule.report.Report;

/**
 * What a value that is not known well does to a machine: the same run with the value at either end of its range, and all others as they are.
 *
 * @param of what the value belongs to
 * @param path of the value in its document, {@code memory.dram.bandwidth}
 * @param value as stated
 * @param low the lower end, as stated
 * @param high the upper end
 * @param source where the value is from; mostly, that it is assumed
 */
public record Sensitivity(
        Document of, String path, String value, String low, String high, String source, Report atLow, Report atHigh) {
    /** What has values with ranges. */
    public enum Document {
        ACCELERATOR("accelerator"),
        ENERGY_TABLE("energy-table");

        private final String key;

        Document(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
