package io.picojoule.timing.array.fast;

import io.picojoule.mapping.PassGeometry;

/** Windows of which every word takes MACs: those of a set are one. */
final class WholeWindows implements Windows {
    private final PassGeometry geometry;
    private final int[] workedUpTo;

    WholeWindows(PassGeometry geometry) {
        this.geometry = geometry;
        this.workedUpTo = new int[words(0)];
        for (int word = 0; word < workedUpTo.length; word++) {
            workedUpTo[word] = word + 1;
        }
    }

    private int words(int set) {
        return geometry.channelsOf(set) * geometry.filterColumns();
    }

    @Override
    public int[] workedUpTo() {
        return workedUpTo;
    }

    /** A shorter window begins like a longer one. */
    @Override
    public int firstWord(int row, int column) {
        return 0;
    }

    @Override
    public void moveTo(int step) {
        // They stay what they are.
    }

    @Override
    public boolean areAlike() {
        return true;
    }

    @Override
    public long worked(int row, int column) {
        return geometry.steps() * words(row / geometry.filterRows());
    }
}
