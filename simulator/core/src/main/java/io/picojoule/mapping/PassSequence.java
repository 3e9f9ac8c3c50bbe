package io.picojoule.mapping;

import io.picojoule.workload.LoopNest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The passes of a row-stationary mapping in the order in which they run:
 *
 * <pre>
 * for each group, tile of images, tile of filters (m), patch of output pixels      an output tile; stored at its end
 *   for each group of channels                                                     an input tile; loaded at its start
 *     for each fold of the filter                                                  a part of its rows and columns
 *       for each group of filters within the tile                                  a pass; its weights are loaded
 * </pre>
 *
 * A <i>patch</i> is a strip of output rows by a tile of output columns; patches are counted row by row. Most layers have whole rows, and
 * filters of one fold.
 */
public final class PassSequence implements Passes {
    private final LoopNest nest;
    private final RowStationaryParameters parameters;
    private final TileGrid grid;
    private final Tiling rowFolds;
    private final Tiling columnFolds;
    /** Once asked for; always equal, so that it does not matter which thread sets it. */
    private @Nullable List<Kind> kinds;

    /** The passes that {@code mapping} makes. */
    public PassSequence(Mapping mapping) {
        this(mapping.nest(), RowStationary.parameters(mapping));
    }

    /** The passes of the mapping that these parameters stand for, without building it. */
    PassSequence(LoopNest nest, RowStationaryParameters given) {
        this.nest = nest;
        this.parameters = given.cutTo(nest);
        this.grid = TileGrid.of(
                nest, parameters.n(), parameters.m(), parameters.e(), parameters.f(), parameters.channels(nest));
        this.rowFolds = new Tiling(nest.r(), parameters.filterRows());
        this.columnFolds = new Tiling(nest.s(), parameters.filterColumns());
    }

    /** The tiles that cross the DRAM link. */
    public TileGrid grid() {
        return grid;
    }

    @Override
    public Mapping mapping() {
        return RowStationary.mapping(nest, parameters);
    }

    @Override
    public LoopNest nest() {
        return nest;
    }

    public Tiling images() {
        return grid.images();
    }

    /** Filters of a group, in tiles of m. */
    public Tiling filterTiles() {
        return grid.filters();
    }

    /** Output rows, in strips of e. */
    public Tiling strips() {
        return grid.strips();
    }

    /** Output columns, in tiles of f. */
    public Tiling columnTiles() {
        return grid.columns();
    }

    /** Channels of a group, q r at a time. */
    public Tiling channelGroups() {
        return grid.channels();
    }

    /** Rows of a filter, as many as a PE set has. */
    public Tiling rowFolds() {
        return rowFolds;
    }

    /** Columns of a filter, as many as a processing element takes at a time. */
    public Tiling columnFolds() {
        return columnFolds;
    }

    /** Filters of tile {@code filterTile}, p t at a time; counted from the tile's first. */
    public Tiling filterGroups(int filterTile) {
        return new Tiling(filterTiles().size(filterTile), parameters.filters());
    }

    /** Filters of a full pass. */
    int filtersOfPass() {
        return parameters.filters();
    }

    public int groups() {
        return nest.g();
    }

    /** Parts of the output plane: strips by tiles of columns. */
    public int patches() {
        return grid.patches();
    }

    /** The strip that patch {@code patch} is part of. */
    public int stripOf(int patch) {
        return grid.stripOf(patch);
    }

    /** The tile of columns that patch {@code patch} is part of. */
    public int columnTileOf(int patch) {
        return grid.columnTileOf(patch);
    }

    /** Parts of a filter: folds of its rows by folds of its columns. */
    public int folds() {
        return rowFolds.count() * columnFolds.count();
    }

    /** The first row of the filter in fold {@code fold}. */
    public int firstRowOf(int fold) {
        return rowFolds.start(fold / columnFolds.count());
    }

    /** The first column of the filter in fold {@code fold}. */
    public int firstColumnOf(int fold) {
        return columnFolds.start(fold % columnFolds.count());
    }

    /** Output tiles of the layer: those of the outer loops. */
    public long outputTiles() {
        return (long) groups() * images().count() * filterTiles().count() * patches();
    }

    @Override
    public long passes() {
        long ofTiles = 0;
        for (int tile = 0; tile < filterTiles().count(); tile++) {
            ofTiles += filterGroups(tile).count();
        }
        return ofTiles
                * groups()
                * images().count()
                * patches()
                * channelGroups().count()
                * folds();
    }

    /** Processing elements that a full pass uses; none uses more. */
    @Override
    public int mostElements() {
        return parameters.r() * rowFolds.size() * parameters.t() * strips().size();
    }

    /** The geometry of one pass. */
    public PassGeometry geometry(int imageTile, int patch, int channelGroup, int fold, int filtersInPass) {
        return geometry(
                images().size(imageTile),
                strips().size(stripOf(patch)),
                columnTiles().size(columnTileOf(patch)),
                channelGroups().size(channelGroup),
                rowFolds.size(fold / columnFolds.count()),
                columnFolds.size(fold % columnFolds.count()),
                channelGroup > 0 || fold > 0,
                filtersInPass);
    }

    /** The geometry of a pass of these sizes. */
    PassGeometry geometry(
            int imagesOfTile,
            int outputRows,
            int outputColumns,
            int channels,
            int filterRows,
            int filterColumns,
            boolean takesPartialSums,
            int filtersInPass) {
        return new PassGeometry(
                imagesOfTile,
                outputColumns,
                outputRows,
                filterRows,
                filterColumns,
                nest.strideHeight(),
                nest.strideWidth(),
                nest.dilation(),
                channels,
                Math.min(parameters.r(), channels),
                filtersInPass,
                Math.min(parameters.t(), filtersInPass),
                takesPartialSums);
    }

    /** Passes of one geometry. */
    public record Kind(PassGeometry geometry, long count) {}

    /** Every distinct geometry with the number of its passes, without walking the passes. In a fixed order. */
    public List<Kind> kinds() {
        List<Kind> known = kinds;
        if (known == null) {
            known = List.copyOf(new PassKinds(this).list());
            kinds = known;
        }
        return known;
    }
}
