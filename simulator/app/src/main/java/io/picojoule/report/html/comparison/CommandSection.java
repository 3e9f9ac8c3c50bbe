package io.picojoule.report.html.comparison;

import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.Entrant;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;

/** The command that makes this very page again, and what each machine's report is made with. */
final class CommandSection implements Section<Comparison> {
    @Override
    public String title() {
        return "Reproduce";
    }

    @Override
    public void write(Html html, Comparison comparison) {
        html.open("pre", "class", "command").text(comparison.command()).close();
        html.element("p", "The machines one by one, each with its layers unfolded:", "class", "note");
        for (Entrant entrant : comparison.entrants()) {
            html.open("pre", "class", "command")
                    .text(entrant.report().provenance().command())
                    .close();
        }
        html.open("dl");
        fact(html, "version", comparison.first().provenance().version());
        fact(html, "network", comparison.first().provenance().workloadDigest());
        comparison
                .entrants()
                .forEach(entrant -> fact(
                        html, entrant.label(), entrant.report().provenance().acceleratorDigest()));
        html.close();
    }

    private static void fact(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }
}
