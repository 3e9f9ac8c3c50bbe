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
        Fact.write(html, "version", provenance.version());
        Fact.write(html, "engine", report.run().engine().key());
        Fact.write(html, "seed", Long.toString(report.run().seed()));
        Fact.write(html, "machine", provenance.acceleratorDigest());
        Fact.write(html, "network", provenance.workloadDigest());
        Fact.write(html, "energy table", provenance.energyTableDigest());
        provenance.mappingsDigest().ifPresent(digest -> Fact.write(html, "mappings", digest));
        if (report.run().machine() instanceof SpatialArray) {
            Fact.write(html, "objective of the search", provenance.objective().key());
        }
        html.close();
    }
}
