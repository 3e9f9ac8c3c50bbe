package io.picojoule.report.html.comparison;

import io.picojoule.report.html.Html;
import java.util.List;

/** A table of machines in groups. On a phone the names stay in sight while the figures scroll. */
final class GroupedTable {
    private final Html html;
    private final int columns;
    private boolean inGroup;

    /** Opens the table, which {@link #close} ends. An empty heading belongs to the one before it. */
    GroupedTable(Html html, List<String> headings) {
        this.html = html;
        this.columns = headings.size();
        html.open("div", "class", "scroll")
                .open("table", "class", "grouped")
                .open("thead")
                .open("tr");
        for (int i = 0; i < columns; i++) {
            if (!headings.get(i).isEmpty()) {
                boolean wide = i + 1 < columns && headings.get(i + 1).isEmpty();
                boolean words = i == 0 || i == columns - 1;
                html.element(
                        "th",
                        headings.get(i),
                        "scope",
                        "col",
                        "class",
                        words ? "" : "number",
                        "colspan",
                        wide ? "2" : "1");
            }
        }
        html.close().close();
    }

    /** Begins a group. */
    void group(String name, String remark) {
        endGroup();
        inGroup = true;
        html.line().open("tbody").open("tr", "class", "group").open("th", "scope", "rowgroup", "colspan", "" + columns);
        html.open("div").text(name).element("span", " " + remark, "class", "remark").close();
        html.close().close();
    }

    GroupedTable row(String name) {
        html.line().open("tr").element("th", name, "scope", "row");
        return this;
    }

    GroupedTable number(String text) {
        html.element("td", text, "class", "number");
        return this;
    }

    /** A number with a bar as long as its share. */
    GroupedTable bar(String text, double share) {
        double rounded = Double.isFinite(share) ? Math.round(Math.max(0, Math.min(1, share)) * 1e4) / 1e4 : 0;
        html.element("td", text, "class", "number", "style", "--share:" + rounded);
        return this;
    }

    GroupedTable small(String text) {
        html.open("td", "class", "number").element("span", text, "class", "remark").close();
        return this;
    }

    GroupedTable text(String text) {
        html.element("td", text);
        return this;
    }

    void end() {
        html.close();
    }

    /** A row that has words in place of figures. */
    void remark(String name, String text) {
        html.line().open("tr").element("th", name, "scope", "row");
        html.element("td", text, "class", "assumed", "colspan", Integer.toString(columns - 1))
                .close();
    }

    private void endGroup() {
        if (inGroup) {
            html.close();
            inGroup = false;
        }
    }

    void close() {
        endGroup();
        html.close().close();
    }
}
