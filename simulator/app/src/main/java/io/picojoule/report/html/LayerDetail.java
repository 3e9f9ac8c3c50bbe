package io.picojoule.report.html;

import io.picojoule.hardware.Machine;
import io.picojoule.report.Report;
import io.picojoule.simulation.LayerResult;
import java.util.List;

/**
 * All that is known of one layer. It is written inside a {@code noscript}: a browser that runs scripts keeps it as text, and makes
 * elements of it only when the row is unfolded, so that a thousand layers cost no more than their text. One that runs none shows it as
 * {@code details}.
 */
final class LayerDetail {
    private final List<DetailPart> parts;

    LayerDetail(Report report) {
        Machine machine = report.run().machine();
        parts = List.of(
                new FactsPart(report),
                new MappingPart(),
                new KernelPart(report),
                new CyclesPart(machine),
                new EnergyPart(report),
                new ResourcesPart(),
                new RooflinePart(machine),
                new TrafficPart());
    }

    void write(Html html, LayerResult layer) {
        html.open("noscript").open("details").element("summary", "Details of " + layer.name());
        html.open("div", "class", "parts");
        for (DetailPart part : parts) {
            if (part.appliesTo(layer)) {
                html.open("div", "class", part.isWide() ? "wide" : "part").element("h3", part.title());
                part.write(html, layer);
                html.close();
            }
        }
        html.close().close().close();
    }
}
