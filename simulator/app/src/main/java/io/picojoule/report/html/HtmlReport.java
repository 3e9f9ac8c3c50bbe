package io.picojoule.report.html;

import io.picojoule.report.Report;
import java.util.List;

/** {@code report.html}: a page to read, print and show. */
public final class HtmlReport {
    private static final List<Section<Report>> SECTIONS = List.of(
            new LayerTable(),
            new EnergySection(),
            new CycleSection(),
            new SparseSection(),
            new ScalingSection(),
            new RooflineSection(),
            new TrafficSection(),
            new PublishedFigures(),
            new MachineSection(),
            new SourceSection(),
            new ReproduceSection());

    private HtmlReport() {}

    public static String of(Report report) {
        Page<Report> page = new Page<>(
                Headline.title(report),
                new Headline()::write,
                SECTIONS,
                List.of("page.js", "layers.js"),
                report.provenance().version());
        return page.of(report);
    }
}
