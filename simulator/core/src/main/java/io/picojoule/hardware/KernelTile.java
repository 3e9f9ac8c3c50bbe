package io.picojoule.hardware;

/** A piece of a matrix: rows by columns. */
public record KernelTile(int rows, int columns) {
    public KernelTile {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("KernelTile: at least 1 x 1, not " + rows + " x " + columns);
        }
    }

    public long words() {
        return (long) rows * columns;
    }

    /** Lying on its side. */
    public KernelTile turned() {
        return new KernelTile(columns, rows);
    }

    @Override
    public String toString() {
        return rows + "x" + columns;
    }
}
