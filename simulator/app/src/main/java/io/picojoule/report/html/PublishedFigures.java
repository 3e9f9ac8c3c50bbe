package io.picojoule.report.html;

import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.report.ValidationTable;
import io.picojoule.validation.PublishedQuantity;
import io.picojoule.validation.PublishedRow;
import io.picojoule.validation.ValidationRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured on the real thing, beside what this run says. */
final class PublishedFigures implements Section<Report> {
    @Override
    public String title() {
        return "Published figures";
    }

    @Override
    public boolean appliesTo(Report report) {
        return !report.published().isEmpty();
    }

    @Override
    public void write(Html html, Report report) {
        Map<PublishedQuantity, List<ValidationRow>> byQuantity = new LinkedHashMap<>();
        report.published()
                .forEach(row -> byQuantity
                        .computeIfAbsent(row.row().quantity(), quantity -> new ArrayList<>())
                        .add(row));
        html.open("div", "class", "scroll")
                .open("table", "id", "published-table")
                .open("thead")
                .open("tr");
        html.element("th", "layer", "scope", "col");
        for (String title : List.of("published", "ours", "error", "margin")) {
            html.element("th", title, "scope", "col", "class", "number");
        }
        html.element("th", "within the margin", "scope", "col")
                .element("th", "status", "scope", "col")
                .close()
                .close();
        byQuantity.forEach((quantity, rows) -> {
            PublishedRow first = rows.get(0).row();
            html.line().open("tbody").open("tr", "class", "group");
            html.open("th", "colspan", "7", "scope", "rowgroup")
                    .text(quantity.key().replace('-', ' ') + ", " + quantity.unit());
            html.element("span", " " + first.evidence().key() + "; " + first.source(), "class", "remark")
                    .close()
                    .close();
            rows.forEach(row -> row(html, row));
            html.close();
        });
        html.close().close();
    }

    private static void row(Html html, ValidationRow row) {
        PublishedRow published = row.row();
        html.line()
                .open("tr", "class", published.isTotal() ? "total" : "")
                .element("th", published.layer(), "scope", "row");
        html.element("td", ValidationTable.number(published.published()), "class", "number");
        html.element("td", ValidationTable.number(row.ours()), "class", "number");
        html.element("td", Si.signedPercent(row.error()), "class", "number");
        html.element("td", ValidationTable.margin(published), "class", "number");
        html.open("td", "aria-hidden", "true")
                .open("span", "class", "gauge " + row.status().name().toLowerCase(Locale.ROOT));
        html.open("i", "style", "left:" + Math.round(500 + 500 * deflection(row)) / 10.0 + "%")
                .close()
                .close()
                .close();
        String status = row.status().key()
                + published.knownGap().map(gap -> ": " + gap.cause()).orElse("");
        html.open("td")
                .element(
                        "span", status, "class", "status " + row.status().name().toLowerCase(Locale.ROOT))
                .close()
                .close();
    }

    /** The error in units of twice the margin, cut at the ends of the gauge. */
    private static double deflection(ValidationRow row) {
        double margin = Math.max(row.row().margin(), 1e-3);
        double error = Double.isNaN(row.error()) ? Double.MAX_VALUE : row.error();
        return Math.max(-1, Math.min(1, error / margin / 2));
    }
}
