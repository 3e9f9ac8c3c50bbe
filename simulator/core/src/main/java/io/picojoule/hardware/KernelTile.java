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

    /** As much of it as the other one holds. */
    public KernelTile within(KernelTile other) {
        return new KernelTile(Math.min(rows, other.rows), Math.min(columns, other.columns));
    }

    @Override
    public String toString() {
        return rows + "x" + columns;
    }
}
