package io.picojoule.report.html;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.report.Metric;
import io.picojoule.report.Naming;
import io.picojoule.report.Si;
import io.picojoule.workload.Operand;
import java.util.Arrays;

/** Bytes read and written, of each operand at each level that moves any. */
final class TrafficTable {
    private TrafficTable() {}

    /** Whether anything is moved at all. */
    static boolean isAny(Activity activity) {
        return Arrays.stream(Level.values()).anyMatch(level -> activity.bits(level) > 0);
    }

    static void write(Html html, Activity activity) {
        html.open("div", "class", "scroll");
        html.open("table", "class", "traffic").open("thead").open("tr");
        html.element("th", "level", "scope", "col", "rowspan", "2");
        for (Operand operand : Operand.values()) {
            html.element("th", operand.key(), "scope", "colgroup", "colspan", "2");
        }
        html.element("th", "all", "scope", "col", "rowspan", "2").close().open("tr");
        for (int i = 0; i < Operand.values().length; i++) {
            html.element("th", "read", "scope", "col").element("th", "written", "scope", "col");
        }
        html.close().close().open("tbody");
        for (Level level : Level.values()) {
            if (activity.bits(level) > 0) {
                row(html, activity, level);
            }
        }
        html.close().close().close();
    }

    private static void row(Html html, Activity activity, Level level) {
        html.open("tr").element("th", Naming.of(level), "scope", "row");
        for (Operand operand : Operand.values()) {
            for (Action action : Action.values()) {
                long bits = activity.bits(action, operand, level);
                html.element("td", bits == 0 ? Si.NONE : bytes(bits));
            }
        }
        html.element("td", bytes(activity.bits(level))).close();
    }

    private static String bytes(long bits) {
        return Si.format(Metric.bytes(bits).doubleValue(), "B");
    }
}
