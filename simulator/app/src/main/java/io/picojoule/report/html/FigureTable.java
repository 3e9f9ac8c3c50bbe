package io.picojoule.report.html;

import java.util.List;

/** A table with names on the left and figures beside them. */
final class FigureTable {
    private FigureTable() {}

    /** Opens the table as far as its body, which {@link #close} ends. */
    static void open(Html html, String first, List<String> headings) {
        html.open("div", "class", "scroll")
                .open("table", "class", "traffic")
                .open("thead")
                .open("tr")
                .element("th", first, "scope", "col");
        headings.forEach(heading -> html.element("th", heading, "scope", "col"));
        html.close().close().open("tbody");
    }

    static void close(Html html) {
        html.close().close().close();
    }
}
