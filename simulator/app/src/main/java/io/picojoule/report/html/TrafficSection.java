package io.picojoule.report.html;

import io.picojoule.activity.Level;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.report.Report;
import java.util.Locale;

/** How many bytes of what cross each level of the memory. */
final class TrafficSection implements Section<Report> {
    @Override
    public String title() {
        return "Memory traffic";
    }

    @Override
    public boolean appliesTo(Report report) {
        return !report.run().layers().isEmpty();
    }

    @Override
    public void write(Html html, Report report) {
        TrafficTable.write(html, report.run().totals().activity());
        if (report.run().machine() instanceof SparseEngine) {
            Charts.stack(
                    html,
                    "matrix-traffic",
                    "Matrix-SRAM traffic",
                    Stacks.traffic(report, Level.WEIGHT_BUFFER),
                    "B",
                    "bytes of the batch");
            return;
        }
        Charts.stack(
                html, "dram-traffic", "DRAM traffic", Stacks.traffic(report, Level.DRAM), "B", "bytes of the batch");
        if (report.run().machine() instanceof Processor processor) {
            String last = processor.memory().last().place().key();
            Charts.stack(
                    html,
                    last + "-traffic",
                    last.toUpperCase(Locale.ROOT) + " traffic",
                    Stacks.traffic(report, Level.valueOf(last.toUpperCase(Locale.ROOT))),
                    "B",
                    "bytes of the batch");
            return;
        }
        Charts.stack(
                html,
                "buffer-traffic",
                "Global-buffer traffic",
                Stacks.traffic(report, Level.GLOBAL_BUFFER),
                "B",
                "bytes of the batch");
    }
}
