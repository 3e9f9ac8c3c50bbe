package io.picojoule.report.html.comparison;

import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.LayerGroup;
import io.picojoule.report.html.Page;
import io.picojoule.report.html.Section;
import java.util.List;

/** {@code comparison.html}: the figures of the Eyeriss paper on dataflows (ISCA 2016), for whatever machines are compared. */
public final class ComparisonPage {
    private ComparisonPage() {}

    /** The page of a command with one batch. */
    public static String of(Comparison comparison) {
        return of(comparison, List.of(new BatchPage(comparison, "")));
    }

    /**
     * The page of one batch of a command with several.
     *
     * @param batches the comparisons of the command, that of this page among them
     */
    public static String of(Comparison comparison, List<BatchPage> batches) {
        Page<Comparison> page = new Page<>(
                ComparisonHeadline.title(comparison),
                new ComparisonHeadline(batches)::write,
                sections(batches.stream().map(BatchPage::comparison).toList()),
                List.of("page.js"),
                comparison.first().provenance().version());
        return page.of(comparison);
    }

    private static List<Section<Comparison>> sections(List<Comparison> batches) {
        return List.of(
                new OverviewSection(),
                new ThroughputSection(batches),
                new NodeSection(),
                new MachineFactsSection(),
                new RooflinesSection(),
                new TimeSection(),
                new GroupSection(LayerGroup.CONVOLUTIONS),
                new GroupSection(LayerGroup.PRODUCTS),
                new LayersSection(),
                new AssumptionsSection(),
                new MachinesSection(),
                new CommandSection());
    }
}
