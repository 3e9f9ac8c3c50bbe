package io.picojoule.report.html;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.report.Batches;
import io.picojoule.report.Provenance;
import io.picojoule.report.Report;

/**
 * The command that makes this very page again.
 *
 * @param batches whose command it is where the page has others beside its own
 */
record ReproduceSection(Batches batches) implements Section<Report> {
    @Override
    public String title() {
        return "Reproduce";
    }

    @Override
    public void write(Html html, Report report) {
        Provenance provenance = report.provenance();
        html.open("pre", "class", "command")
                .text(batches.areSeveral() ? batches.command() : provenance.command())
                .close();
        html.open("dl");
        fact(html, "version", provenance.version());
        fact(html, "engine", report.run().engine().key());
        fact(html, "seed", Long.toString(report.run().seed()));
        fact(html, "machine", provenance.acceleratorDigest());
        fact(html, "network", provenance.workloadDigest());
        fact(html, "energy table", provenance.energyTableDigest());
        provenance.mappingsDigest().ifPresent(digest -> fact(html, "mappings", digest));
        if (report.run().machine() instanceof SpatialArray) {
            fact(html, "objective of the search", provenance.objective().key());
        }
        html.close();
    }

    private static void fact(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }
}
