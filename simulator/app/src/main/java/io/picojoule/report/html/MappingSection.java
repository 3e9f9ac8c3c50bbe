package io.picojoule.report.html;

import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.simulation.LayerResult;

/** How each layer was laid over the array, as the loop nest it is. */
final class MappingSection implements Section {
    @Override
    public String title() {
        return "Mappings";
    }

    @Override
    public boolean appliesTo(Report report) {
        return report.run().layers().stream().anyMatch(layer -> layer.mapping().isPresent());
    }

    @Override
    public void write(Html html, Report report) {
        html.element(
                "p",
                "From far to near: loops at DRAM fetch new tiles, loops at the global buffer are passes of the array, parallel loops "
                        + "are processing elements side by side.",
                "class",
                "note");
        for (LayerResult layer : report.run().layers()) {
            layer.mapping().ifPresent(mapping -> {
                String passes =
                        Si.grouped(layer.timing().passes()) + (layer.timing().passes() == 1 ? " pass" : " passes");
                html.line().open("details").open("summary").element("b", layer.name());
                html.element(
                        "span",
                        " " + mapping.dataflow() + ", " + layer.mappingOrigin() + ", " + passes + precision(layer),
                        "class",
                        "remark");
                html.close().open("pre");
                mapping.toString().lines().forEach(line -> line(html, line));
                html.close().close();
            });
        }
    }

    /** Nothing where each value has a word of its own. */
    private static String precision(LayerResult layer) {
        return layer.channelsPerWord() == 1
                ? ""
                : ", " + layer.words().inputBits() + "-bit inputs and "
                        + layer.words().weightBits() + "-bit weights, c counts words of " + layer.channelsPerWord()
                        + " channels";
    }

    /** A loop, with its place set off in the place's colour. */
    private static void line(Html html, String line) {
        int at = line.indexOf("  @ ");
        if (at < 0) {
            html.text(line).line();
            return;
        }
        String place = line.substring(at + 4);
        html.text(line.substring(0, at))
                .element("span", "  @ " + place, "class", "place " + place)
                .line();
    }
}
