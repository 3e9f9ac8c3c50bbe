package io.picojoule.config.scalesim;

import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.scalesim.NodeMap.Number;
import java.util.List;
import java.util.Optional;

/**
 * Convolutions, with one stride or two. SCALE-Sim rounds the size of the output up: a last window that hangs over the edge counts. Here the
 * image gets the rows and columns of zeros that such a window sees, below and to the right. A name with {@code DP} in it makes the layer
 * depthwise: SCALE-Sim makes as many layers of one channel as there are channels, here it is one layer of as many groups.
 */
record ConvolutionColumns() implements TopologyColumns {
    static final List<String> TITLES = List.of(
            "Layer name",
            "IFMAP Height",
            "IFMAP Width",
            "Filter Height",
            "Filter Width",
            "Channels",
            "Num Filter",
            "Strides",
            "Stride Width");
    static final int FEWEST = 8;
    private static final String DEPTHWISE = "DP";

    @Override
    public List<String> titles() {
        return TITLES;
    }

    @Override
    public int fewest() {
        return FEWEST;
    }

    @Override
    public String exampleRow() {
        return "Conv1, 224, 224, 7, 7, 3, 64, 2, 2,";
    }

    @Override
    public Optional<Mapping> layer(TopologyRow row, String source, Remarks remarks, Problems problems) {
        Number height = row.number(0);
        Number width = row.number(1);
        Number filterHeight = row.number(2);
        Number filterWidth = row.number(3);
        Number channels = row.number(4);
        Number filters = row.number(5);
        Number strideHeight = row.number(6);
        Number strideWidth = row.number(row.numbers().size() - 1);
        if (!fits(filterHeight, 3, height, 1, problems) | !fits(filterWidth, 4, width, 2, problems)) {
            return Optional.empty();
        }
        NodeMap input = new NodeMap(row.cells().place(), source)
                .put("channels", channels)
                .put("height", height)
                .put("width", width);
        boolean isDepthwise = row.written().contains(DEPTHWISE);
        NodeMap layer = new NodeMap(row.cells().place(), source)
                .put("name", row.name())
                .put("kind", "conv")
                .put("input-shape", input.map())
                .put("filters", new Number(filters.place(), filters.value() * (isDepthwise ? channels.value() : 1)))
                .put("kernel", filterHeight, filterWidth)
                .put("stride", strideHeight, strideWidth);
        Number below = overhang(height, filterHeight, strideHeight);
        Number right = overhang(width, filterWidth, strideWidth);
        if (below.value() + right.value() > 0) {
            Number none = new Number(below.place(), 0);
            layer.put("pad", none, below, none, right);
            remarks.overhangs(row.name());
        }
        if (isDepthwise) {
            layer.put("groups", channels);
            remarks.isDepthwise(row.name());
        }
        return Optional.of(layer.put("bias", "false").map());
    }

    private static boolean fits(Number filter, int filterTitle, Number image, int imageTitle, Problems problems) {
        if (filter.value() <= image.value()) {
            return true;
        }
        String found = filter.value() + " is larger than the " + TITLES.get(imageTitle) + ", " + image.value();
        problems.add(new Problem(filter.place(), TITLES.get(filterTitle), found, "at most that is wanted"));
        return false;
    }

    /** How far the last window hangs over the edge. */
    private static Number overhang(Number image, Number filter, Number stride) {
        long afterFirst = (image.value() - filter.value() + stride.value() - 1) / stride.value();
        return new Number(stride.place(), afterFirst * stride.value() + filter.value() - image.value());
    }
}
