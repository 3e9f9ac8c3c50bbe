package io.picojoule.report.html;

import io.picojoule.report.Binding;
import io.picojoule.report.Si;
import io.picojoule.report.chart.Ink;
import io.picojoule.simulation.LayerResult;

/** How many of the layer's cycles each resource worked: the one that works most binds the layer. */
final class ResourcesPart implements DetailPart {
    @Override
    public String title() {
        return "Cycles in which each resource works";
    }

    @Override
    public boolean appliesTo(LayerResult layer) {
        return !layer.timing().busyCycles().isEmpty();
    }

    @Override
    public void write(Html html, LayerResult layer) {
        double all = layer.timing().cycles();
        ShareTable table = new ShareTable(html);
        layer.timing().busyCycles().forEach((resource, cycles) -> {
            boolean binds = resource == layer.timing().boundBy();
            table.row(
                    Binding.words(resource),
                    Ink.of(resource),
                    cycles / all,
                    Si.format(cycles, "") + (binds ? ", binds" : ""));
        });
        table.close();
    }
}
