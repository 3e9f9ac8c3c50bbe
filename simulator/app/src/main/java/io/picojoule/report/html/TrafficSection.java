package io.picojoule.report.html;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.report.Metric;
import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.workload.Operand;

/** How many bytes of what cross each level of the memory. */
final class TrafficSection implements Section {
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
        Activity activity = report.run().totals().activity();
        html.open("div", "class", "scroll")
                .open("table", "id", "traffic-table")
                .open("thead")
                .open("tr");
        html.element("th", "level", "scope", "col");
        for (Operand operand : Operand.values()) {
            html.element("th", operand.key(), "scope", "col", "class", "middle", "colspan", "2");
        }
        html.element("th", "all", "scope", "col", "class", "number");
        html.close().open("tr", "class", "sub").element("th", "");
        for (int i = 0; i < Operand.values().length; i++) {
            html.element("th", "read", "class", "number").element("th", "written", "class", "number");
        }
        html.element("th", "").close().close().open("tbody");
        for (Level level : Level.values()) {
            if (activity.bits(level) > 0) {
                row(html, activity, level);
            }
        }
        html.close().close().close();
        Charts.stack(
                html, "dram-traffic", "DRAM traffic", Stacks.traffic(report, Level.DRAM), "B", "bytes of the batch");
        Charts.stack(
                html,
                "buffer-traffic",
                "Global-buffer traffic",
                Stacks.traffic(report, Level.GLOBAL_BUFFER),
                "B",
                "bytes of the batch");
    }

    private static void row(Html html, Activity activity, Level level) {
        html.line().open("tr").element("th", level.key(), "scope", "row");
        for (Operand operand : Operand.values()) {
            for (Action action : Action.values()) {
                long bits = activity.bits(action, operand, level);
                html.element("td", bits == 0 ? Si.NONE : bytes(bits), "class", "number");
            }
        }
        html.element("td", bytes(activity.bits(level)), "class", "number").close();
    }

    private static String bytes(long bits) {
        return Si.format(Metric.bytes(bits).doubleValue(), "B");
    }
}
