package io.picojoule.report.html;

import io.picojoule.report.Batches;
import io.picojoule.report.Report;
import java.util.List;

/** {@code report.html}: a page to read, print and show. */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page of a run with one batch only. */
    public static String of(Report report) {
        return of(report, Batches.NONE);
    }

    /** @param batches the run's own batch and those that ran beside it */
    public static String of(Report report, Batches batches) {
        List<Section<Report>> sections = List.of(
                new LayerTable(),
                new BatchSection(batches),
                new EnergySection(),
                new CycleSection(),
                new SparseSection(),
                new ScalingSection(),
                new RooflineSection(),
                new TrafficSection(),
                new PublishedFigures(),
                new MachineSection(),
                new SourceSection(),
                new ReproduceSection(batches));
        Page<Report> page = new Page<>(
                Headline.title(report),
                new Headline()::write,
                sections,
                List.of("page.js", "layers.js"),
                report.provenance().version());
        return page.of(report);
    }
}
