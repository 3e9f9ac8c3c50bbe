package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import java.util.ArrayList;
import java.util.List;

/**
 * The passes of a row-stationary mapping in the order in which they run:
 *
 * <pre>
 * for each group, tile of images, tile of filters (m), strip of output rows        an output tile; stored at its end
 *   for each group of channels                                                     an input tile; loaded at its start
 *     for each group of filters within the tile                                    a pass; its weights are loaded
 * </pre>
 */
public final class PassSequence {
    private final Mapping mapping;
    private final LoopNest nest;
    private final Tiling images;
    private final Tiling filterTiles;
    private final Tiling strips;
    private final Tiling channelGroups;
    private final int filtersOfPass;
    private final int sets;
    private final int blocks;

    /** The passes that {@code mapping} makes. */
    public PassSequence(Mapping mapping) {
        this.mapping = mapping;
        this.nest = mapping.nest();
        this.images = tiling(Place.DRAM, Dimension.N);
        this.filterTiles = tiling(Place.DRAM, Dimension.M);
        this.strips = tiling(Place.DRAM, Dimension.P);
        this.channelGroups = tiling(Place.GLOBAL_BUFFER, Dimension.C);
        this.filtersOfPass = mapping.loop(Place.GLOBAL_BUFFER, Dimension.M).step();
        this.sets = mapping.loop(Place.ROWS, Dimension.C).iterations();
        this.blocks = mapping.loop(Place.COLUMNS, Dimension.M).iterations();
    }

    private Tiling tiling(Place place, Dimension dimension) {
        Loop loop = mapping.loop(place, dimension);
        return new Tiling(loop.extent(), loop.step());
    }

    /** A range cut into tiles of one size, the last one smaller where it does not go in evenly. */
    public record Tiling(int extent, int size) {
        public int count() {
            return (extent + size - 1) / size;
        }

        public int start(int tile) {
            return tile * size;
        }

        public int size(int tile) {
            return Math.min(size, extent - tile * size);
        }
    }

    public Mapping mapping() {
        return mapping;
    }

    public LoopNest nest() {
        return nest;
    }

    public Tiling images() {
        return images;
    }

    /** Filters of a group, in tiles of m. */
    public Tiling filterTiles() {
        return filterTiles;
    }

    /** Output rows, in strips of e. */
    public Tiling strips() {
        return strips;
    }

    /** Channels of a group, q r at a time. */
    public Tiling channelGroups() {
        return channelGroups;
    }

    /** Filters of tile {@code filterTile}, p t at a time; counted from the tile's first. */
    public Tiling filterGroups(int filterTile) {
        return new Tiling(filterTiles.size(filterTile), filtersOfPass);
    }

    public int groups() {
        return nest.g();
    }

    /** Output tiles of the layer: those of the outer loops. */
    public long outputTiles() {
        return (long) groups() * images.count() * filterTiles.count() * strips.count();
    }

    public long passes() {
        long ofTiles = 0;
        for (int tile = 0; tile < filterTiles.count(); tile++) {
            ofTiles += filterGroups(tile).count();
        }
        return ofTiles * groups() * images.count() * strips.count() * channelGroups.count();
    }

    /** Processing elements that a full pass uses; none uses more. */
    public int mostElements() {
        return sets * nest.r() * blocks * strips.size();
    }

    /** The geometry of one pass. */
    public PassGeometry geometry(int imageTile, int strip, int channelGroup, int filtersInPass) {
        int channels = channelGroups.size(channelGroup);
        return new PassGeometry(
                images.size(imageTile),
                nest.q(),
                strips.size(strip),
                nest.r(),
                nest.s(),
                nest.strideHeight(),
                nest.strideWidth(),
                nest.dilation(),
                channels,
                Math.min(sets, channels),
                filtersInPass,
                Math.min(blocks, filtersInPass),
                channelGroup > 0);
    }

    /** Passes of one geometry. */
    public record Kind(PassGeometry geometry, long count) {}

    /** Every distinct geometry with the number of its passes, without walking the passes. In a fixed order. */
    public List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (Part imagePart : parts(images)) {
            for (Part stripPart : parts(strips)) {
                for (Part channelPart : channelParts()) {
                    for (Part filterPart : filterParts()) {
                        long count = (long) groups()
                                * imagePart.count()
                                * stripPart.count()
                                * channelPart.count()
                                * filterPart.count();
                        kinds.add(new Kind(
                                geometry(imagePart.tile(), stripPart.tile(), channelPart.tile(), filterPart.size()),
                                count));
                    }
                }
            }
        }
        return kinds;
    }

    /** Tiles of one size: one of them, their size, and how many there are. */
    private record Part(int tile, int size, long count) {}

    private static List<Part> parts(Tiling tiling) {
        int last = tiling.count() - 1;
        List<Part> parts = new ArrayList<>(2);
        if (tiling.size(last) == tiling.size()) {
            parts.add(new Part(0, tiling.size(), tiling.count()));
        } else {
            if (last > 0) {
                parts.add(new Part(0, tiling.size(), last));
            }
            parts.add(new Part(last, tiling.size(last), 1));
        }
        return parts;
    }

    /** As {@link #parts}, with the first group, which takes no partial sums, apart. */
    private List<Part> channelParts() {
        List<Part> parts = new ArrayList<>(3);
        for (Part part : parts(channelGroups)) {
            if (part.tile() == 0) {
                parts.add(new Part(0, part.size(), 1));
                if (part.count() > 1) {
                    parts.add(new Part(1, part.size(), part.count() - 1));
                }
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Filters of a pass, over all tiles of filters. */
    private List<Part> filterParts() {
        List<Part> parts = new ArrayList<>(4);
        for (Part tile : parts(filterTiles)) {
            for (Part group : parts(filterGroups(tile.tile()))) {
                parts.add(new Part(group.tile(), group.size(), tile.count() * group.count()));
            }
        }
        return parts;
    }
}
