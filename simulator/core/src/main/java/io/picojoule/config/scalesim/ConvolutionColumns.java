package io.picojoule.config.scalesim;

import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.scalesim.NodeMap.Whole;
import java.util.List;
import java.util.Set;

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
    private static final int IFMAP_HEIGHT = 1;
    private static final int IFMAP_WIDTH = 2;
    private static final int FILTER_HEIGHT = 3;
    private static final int FILTER_WIDTH = 4;
    private static final Set<Integer> OF_WINDOW = Set.of(FILTER_HEIGHT, FILTER_WIDTH, 7, 8);
    private static final long LARGEST = 1_000_000;
    private static final long LARGEST_WINDOW = 65_536;

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
    public long most(int column) {
        return OF_WINDOW.contains(column) ? LARGEST_WINDOW : LARGEST;
    }

    @Override
    public void check(List<Whole> numbers, Problems problems) {
        if (numbers.size() >= FILTER_WIDTH) {
            checkFilter(numbers, FILTER_HEIGHT, IFMAP_HEIGHT, problems);
            checkFilter(numbers, FILTER_WIDTH, IFMAP_WIDTH, problems);
        }
    }

    private static void checkFilter(List<Whole> numbers, int ofFilter, int ofImage, Problems problems) {
        Whole filter = numbers.get(ofFilter - 1);
        long image = numbers.get(ofImage - 1).value();
        if (image != TopologyRow.UNKNOWN && filter.value() > image) {
            String found = filter.value() + " is larger than the " + TITLES.get(ofImage) + ", " + image;
            problems.add(new Problem(filter.place(), TITLES.get(ofFilter), found, "at most that is wanted"));
        }
    }

    @Override
    public Mapping layer(TopologyRow row, String source, Remarks remarks) {
        Whole height = row.number(0);
        Whole width = row.number(1);
        Whole filterHeight = row.number(2);
        Whole filterWidth = row.number(3);
        Whole channels = row.number(4);
        Whole filters = row.number(5);
        Whole strideHeight = row.number(6);
        Whole strideWidth = row.number(row.numbers().size() - 1);
        NodeMap input = new NodeMap(row.cells().place(), source)
                .put("channels", channels)
                .put("height", height)
                .put("width", width);
        boolean isDepthwise = row.written().contains(DEPTHWISE);
        NodeMap layer = new NodeMap(row.cells().place(), source)
                .put("name", row.name())
                .put("kind", "conv")
                .put("input-shape", input.map())
                .put("filters", new Whole(filters.place(), filters.value() * (isDepthwise ? channels.value() : 1)))
                .put("kernel", filterHeight, filterWidth)
                .put("stride", strideHeight, strideWidth);
        Whole below = overhang(height, filterHeight, strideHeight);
        Whole right = overhang(width, filterWidth, strideWidth);
        if (below.value() + right.value() > 0) {
            Whole none = new Whole(below.place(), 0);
            layer.put("pad", none, below, none, right);
            remarks.overhangs(row.name());
        }
        if (isDepthwise) {
            layer.put("groups", channels);
            remarks.isDepthwise(row.name());
        }
        return layer.put("bias", "false").map();
    }

    /** How far the last window hangs over the edge. */
    private static Whole overhang(Whole image, Whole filter, Whole stride) {
        long afterFirst = (image.value() - filter.value() + stride.value() - 1) / stride.value();
        return new Whole(stride.place(), afterFirst * stride.value() + filter.value() - image.value());
    }
}
