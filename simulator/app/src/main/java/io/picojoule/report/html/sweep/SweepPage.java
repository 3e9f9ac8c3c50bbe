package io.picojoule.report.html.sweep;

import io.picojoule.report.html.Page;
import io.picojoule.report.html.Section;
import io.picojoule.report.sweep.SweepFigures;
import java.util.List;

/** {@code report.html} of a sweep: what is worth building, what each axis does, and what cannot be. */
public final class SweepPage {
    private static final List<String> SCRIPTS = List.of(
            "page.js",
            "sweep/data.js",
            "sweep/filter.js",
            "sweep/scale.js",
            "sweep/plot.js",
            "sweep/parallel.js",
            "sweep/best.js",
            "sweep/table.js");

    private SweepPage() {}

    public static String of(SweepFigures figures) {
        SweepView view = SweepView.of(figures);
        List<Section<SweepView>> sections = List.of(
                new FrontsSection(),
                new ParallelSection(),
                new BestSection(),
                new FrontTableSection(),
                new EffectsSection(),
                new InfeasibleSection(),
                new SourcesSection());
        boolean isAlive = view.hasPoints();
        return new Page<>(
                        figures.report().name(),
                        new SweepHeadline()::write,
                        sections,
                        List.of("sweep/sweep.css"),
                        isAlive ? SCRIPTS : List.of("page.js"),
                        figures.report().version())
                .of(view);
    }
}
