package io.picojoule.report.html;

import io.picojoule.mapping.Mapping;
import io.picojoule.report.Si;
import io.picojoule.search.SearchResult;
import io.picojoule.simulation.LayerResult;
import io.picojoule.workload.Dimension;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How the layer was laid over the array, as the loop nest it is. */
final class MappingPart implements DetailPart {
    private static final String AT = "  @ ";

    @Override
    public String title() {
        return "Mapping";
    }

    @Override
    public boolean appliesTo(LayerResult layer) {
        return layer.mapping().isPresent();
    }

    @Override
    public void write(Html html, LayerResult layer) {
        Mapping mapping = layer.mapping().orElseThrow();
        String extents = Arrays.stream(Dimension.values())
                .map(dimension -> dimension.name() + " " + mapping.nest().extent(dimension))
                .collect(Collectors.joining(", "));
        html.element(
                "p",
                mapping.dataflow() + ", " + layer.mappingOrigin() + "; " + extents + precision(layer),
                "class",
                "note");
        html.open("pre");
        mapping.toString().lines().forEach(line -> line(html, line));
        html.close();
        html.element(
                "p",
                "Loops at dram fetch new tiles, those at global-buffer are passes, parallel ones are PEs side by side.",
                "class",
                "note");
        layer.search().ifPresent(search -> html.element("p", sentence(search), "class", "note"));
    }

    /** Nothing where each value has a word of its own. */
    private static String precision(LayerResult layer) {
        return layer.channelsPerWord() == 1
                ? ""
                : "; " + layer.words().inputBits() + "-bit inputs and "
                        + layer.words().weightBits() + "-bit weights, c counts words of " + layer.channelsPerWord()
                        + " channels";
    }

    private static String sentence(SearchResult search) {
        String counts = "Found among " + Si.grouped(search.candidates()) + " candidates, of which "
                + Si.grouped(search.weighed()) + " had to be weighed: ";
        return counts
                + (search.isProven()
                        ? "none is estimated to cost less."
                        : "time was up, and a better one may cost " + Si.format(search.gap(), "%") + " less.");
    }

    /** A loop, with its place set off in the place's colour. */
    private static void line(Html html, String line) {
        int at = line.indexOf(AT);
        if (at < 0) {
            html.text(line).line();
            return;
        }
        html.text(line.substring(0, at))
                .element("i", line.substring(at), "class", line.substring(at + AT.length()))
                .line();
    }
}
