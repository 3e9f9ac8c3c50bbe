package io.picojoule.sweep.sampling;

/**
 * Drops the points that came before.
 *
 * <p>It remembers a key of every point, 22 bytes at most, and nothing else.
 */
final class DistinctCursor implements Sample.Cursor {
    private final Space space;
    private final Sample.Cursor all;
    private final long wanted;
    private final LongSet seen = new LongSet();

    /** The first {@code wanted} different points of {@code all}. */
    DistinctCursor(Space space, Sample.Cursor all, long wanted) {
        this.space = space;
        this.all = all;
        this.wanted = wanted;
    }

    @Override
    public boolean next(int[] choices) {
        while (seen.size() < wanted && all.next(choices)) {
            if (seen.add(space.key(choices))) {
                return true;
            }
        }
        return false;
    }
}
