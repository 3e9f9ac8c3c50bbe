package io.picojoule.report;

/**
 * A value of an input file and where its author has it from.
 *
 * @param path dotted keys, {@code memory.dram.bandwidth}
 * @param source a paper and its table, a data sheet; empty or {@code assumed} if there is none
 */
public record SourcedValue(String path, String value, String source) {
    public boolean isAssumed() {
        return source.isBlank() || source.strip().startsWith("assumed");
    }
}
