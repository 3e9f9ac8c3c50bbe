package io.picojoule.report.html;

import io.picojoule.activity.Level;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.report.Naming;
import io.picojoule.report.Report;

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
        Machine machine = report.run().machine();
        if (machine instanceof SparseEngine) {
            chart(html, report, "matrix-traffic", "Matrix-SRAM traffic", Level.WEIGHT_BUFFER);
            return;
        }
        chart(html, report, "dram-traffic", "DRAM traffic", Level.DRAM);
        if (machine instanceof Processor processor) {
            Level last = Naming.lastCache(processor);
            chart(html, report, last.key() + "-traffic", Naming.of(last) + " traffic", last);
        } else {
            chart(html, report, "buffer-traffic", "Global-buffer traffic", Level.GLOBAL_BUFFER);
        }
    }

    private static void chart(Html html, Report report, String id, String title, Level level) {
        Charts.stack(html, id, title, Stacks.traffic(report, level), "B", "bytes of the batch");
    }
}
