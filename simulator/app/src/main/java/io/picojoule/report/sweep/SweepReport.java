package io.picojoule.report.sweep;

import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import java.util.List;
import java.util.function.Function;

/**
 * Everything a report of a sweep is made of.
 *
 * @param name of the sweep
 * @param description in a sentence or two; may be empty
 * @param method how points were chosen, as {@code grid, 2,304 points}
 * @param commands that make the same results, in their order
 * @param runCommands of a point's own run
 * @param origins digests, versions, and whatever else the numbers come from
 * @param version of the program
 */
public record SweepReport(
        SweepTable table,
        String name,
        String description,
        String method,
        List<String> commands,
        Function<SweepRow, RunCommands> runCommands,
        List<Origin> origins,
        String version) {
    public SweepReport {
        commands = List.copyOf(commands);
        origins = List.copyOf(origins);
    }

    /** Something that the numbers come from, as {@code accelerator} and a digest. */
    public record Origin(String name, String value) {}

    /**
     * Two commands that run a point by itself.
     *
     * @param byNumber as {@code pj run --point reports/sweep/17}, which needs the folder of the sweep
     * @param inFull as {@code pj run eyeriss alexnet --set ...}, which needs nothing else
     */
    public record RunCommands(String byNumber, String inFull) {}
}
