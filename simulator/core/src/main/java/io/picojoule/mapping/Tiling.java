package io.picojoule.mapping;

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

    int last() {
        return size(count() - 1);
    }

    /** The largest size below {@code size} that is worth a tile of {@code extent}: more tiles, as even as they go; 0 if none is left. */
    static int smaller(int size, int extent) {
        if (size == 1) {
            return 0;
        }
        int tiles = (extent + size - 2) / (size - 1);
        return (extent + tiles - 1) / tiles;
    }
}
