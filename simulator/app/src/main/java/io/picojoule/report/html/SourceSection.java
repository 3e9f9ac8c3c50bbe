package io.picojoule.report.html;

import io.picojoule.report.Provenance;
import io.picojoule.report.Report;
import io.picojoule.report.SourcedValue;
import java.util.List;

/** Every number of machine, network and energy table, and where it comes from. */
final class SourceSection implements Section<Report> {
    @Override
    public String title() {
        return "Sources";
    }

    @Override
    public void write(Html html, Report report) {
        Provenance provenance = report.provenance();
        about(
                html,
                "Machine",
                report.run().machine().identity().description(),
                report.run().machine().identity().source());
        values(html, "machine", provenance.accelerator());
        about(
                html,
                "Network",
                report.run().network().description(),
                report.run().network().source());
        values(html, "network", provenance.workload());
        about(
                html,
                "Energy",
                report.run().energyTable().description(),
                report.run().energyTable().source());
        values(html, "energy table", provenance.energyTable());
    }

    private static void about(Html html, String what, String description, String source) {
        html.open("p").element("strong", what + ". ").text(description);
        if (!source.isBlank()) {
            html.element("span", " " + source, "class", "remark");
        }
        html.close();
    }

    private static void values(Html html, String what, List<SourcedValue> values) {
        if (values.isEmpty()) {
            return;
        }
        long assumed = values.stream().filter(SourcedValue::isAssumed).count();
        String of = assumed == 0 ? "" : ", of which " + assumed + " assumed";
        html.open("details")
                .element(
                        "summary",
                        (values.size() == 1 ? "The one value" : "All " + values.size() + " values") + " of the " + what
                                + of);
        html.open("table", "class", "values").open("thead").open("tr");
        for (String heading : List.of("value of", "is", "source")) {
            html.element("th", heading, "scope", "col");
        }
        html.close().close().open("tbody");
        for (SourcedValue value : values) {
            html.line()
                    .open("tr")
                    .open("th", "scope", "row")
                    .element("code", value.path())
                    .close();
            html.element("td", value.value());
            String source = value.source().isBlank() ? "assumed" : value.source();
            html.element("td", source, "class", value.isAssumed() ? "assumed" : "remark")
                    .close();
        }
        html.close().close().close();
    }
}
