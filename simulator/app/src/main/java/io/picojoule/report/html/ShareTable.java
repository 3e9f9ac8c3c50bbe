package io.picojoule.report.html;

import io.picojoule.report.Si;
import io.picojoule.report.chart.Ink;

/** A small table of fractions, each with a bar as long as it is. */
final class ShareTable {
    private static final double DIGITS = 1e4;

    private final Html html;

    /** Opens the table, which {@link #close} ends. */
    ShareTable(Html html) {
        this.html = html;
        html.open("table", "class", "shares").open("tbody");
    }

    /** @param value what the fraction comes to, or whatever else the reader should know */
    void row(String name, Ink ink, double fraction, String value) {
        html.open("tr").element("th", name, "scope", "row");
        html.element("td", "", "style", "--share:" + rounded(fraction) + ";--ink:var(--" + ink.css() + ")");
        html.element("td", Si.share(fraction)).element("td", value).close();
    }

    void close() {
        html.close().close();
    }

    /** The fraction as a style sheet takes it; what is not a number is no bar. */
    static double rounded(double fraction) {
        return Double.isFinite(fraction) ? Math.round(Math.max(0, Math.min(1, fraction)) * DIGITS) / DIGITS : 0;
    }
}
