package io.picojoule.report.html.comparison;

import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.LayerGroup;
import io.picojoule.report.html.Page;
import io.picojoule.report.html.Section;
import java.util.List;

/** {@code comparison.html}: the figures of the Eyeriss paper on dataflows (ISCA 2016), for whatever machines are compared. */
public final class ComparisonPage {
    private static final List<Section<Comparison>> SECTIONS = List.of(
            new OverviewSection(),
            new GroupSection(LayerGroup.CONVOLUTIONS),
            new GroupSection(LayerGroup.PRODUCTS),
            new LayersSection(),
            new MachinesSection(),
            new CommandSection());

    private ComparisonPage() {}

    public static String of(Comparison comparison) {
        Page<Comparison> page = new Page<>(
                ComparisonHeadline.title(comparison),
                new ComparisonHeadline()::write,
                SECTIONS,
                List.of("page.js"),
                comparison.first().provenance().version());
        return page.of(comparison);
    }
}
