package io.picojoule.mapping;

import io.picojoule.workload.LoopNest;

/**
 * How the tensors of a layer are cut into the tiles that cross the DRAM link: an input tile is of a patch and some channels, an output tile
 * of a patch and some filters, for some images each. A <i>patch</i> is a strip of output rows by a tile of output columns; patches are
 * counted row by row.
 */
public record TileGrid(LoopNest nest, Tiling images, Tiling filters, Tiling strips, Tiling columns, Tiling channels) {

    /** Tiles of these sizes. */
    static TileGrid of(LoopNest nest, int images, int filters, int rows, int columns, int channels) {
        return new TileGrid(
                nest,
                new Tiling(nest.n(), images),
                new Tiling(nest.m(), filters),
                new Tiling(nest.p(), rows),
                new Tiling(nest.q(), columns),
                new Tiling(nest.c(), channels));
    }

    /** The layer as one tile. */
    static TileGrid whole(LoopNest nest) {
        return of(nest, nest.n(), nest.m(), nest.p(), nest.q(), nest.c());
    }

    public int groups() {
        return nest.g();
    }

    /** Parts of the output plane. */
    public int patches() {
        return Math.multiplyExact(strips.count(), columns.count());
    }

    /** The strip that patch {@code patch} is part of. */
    public int stripOf(int patch) {
        return patch / columns.count();
    }

    /** The tile of columns that patch {@code patch} is part of. */
    public int columnTileOf(int patch) {
        return patch % columns.count();
    }

    /** Rows of the padded plane from the first to the last that a patch needs. */
    public int inputRows(int patch) {
        return nest.inputRows(strips.size(stripOf(patch)));
    }

    /** Columns of the padded plane from the first to the last that a patch needs. */
    public int inputColumns(int patch) {
        return nest.inputColumns(columns.size(columnTileOf(patch)));
    }

    /** Output pixels of a patch, of one image. */
    public long outputPixels(int patch) {
        return (long) strips.size(stripOf(patch)) * columns.size(columnTileOf(patch));
    }

    /** Input words of all patches of one image, all groups and channels: those that neighbours share count for each. */
    public long inputWordsOfImage() {
        long rows = (long) nest.inputRows(strips.size()) * (strips.count() - 1) + nest.inputRows(strips.last());
        long span =
                (long) nest.inputColumns(columns.size()) * (columns.count() - 1) + nest.inputColumns(columns.last());
        return rows * span * nest.g() * nest.c();
    }
}
