package io.picojoule.report.html.comparison;

import io.picojoule.report.Si;
import io.picojoule.report.html.Html;
import java.util.List;

/** A table of machines in groups. On a phone the names stay in sight while the figures scroll. */
final class GroupedTable {
    /** More rows than these scroll in a box of their own. */
    private static final int MANY = 72;

    private final Html html;
    private final int columns;
    private boolean inGroup;

    /** Opens the table, which {@link #close} ends. First and last column are words, the others numbers. */
    GroupedTable(Html html, List<String> headings, int rows) {
        this.html = html;
        this.columns = headings.size();
        html.open("div", "class", rows > MANY ? "scroll tall" : "scroll")
                .open("table", "class", "grouped")
                .open("thead")
                .open("tr");
        for (int i = 0; i < columns; i++) {
            boolean words = i == 0 || i == columns - 1;
            html.element("th", headings.get(i), "scope", "col", "class", words ? "" : "number");
        }
        html.close().close();
    }

    /** Begins a group. */
    void group(String name, String remark) {
        endGroup();
        inGroup = true;
        html.line()
                .open("tbody")
                .open("tr", "class", "group")
                .open("th", "scope", "rowgroup", "colspan", Integer.toString(columns));
        html.open("div")
                .text(name)
                .element("span", " " + remark, "class", "remark")
                .close();
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

    /** A number, and below it how it stands to another's, if that can be said. */
    GroupedTable number(String text, String relation) {
        html.open("td", "class", "number").text(text);
        if (!relation.equals(Si.NONE)) {
            html.element("span", relation, "class", "relation");
        }
        html.close();
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
