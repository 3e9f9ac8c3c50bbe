package io.picojoule.sweep.sampling;

/** Every point of a space, the last axis fastest. */
public record Grid(Space space) implements Sample {
    @Override
    public long mostPoints() {
        return space.points();
    }

    @Override
    public Cursor cursor() {
        return cursorFrom(0);
    }

    @Override
    public Cursor cursorFrom(long number) {
        if (number >= space.points()) {
            return choices -> false;
        }
        int[] ahead = space.at(number);
        return new Cursor() {
            private boolean isThere = true;

            @Override
            public boolean next(int[] choices) {
                if (!isThere) {
                    return false;
                }
                System.arraycopy(ahead, 0, choices, 0, ahead.length);
                isThere = space.step(ahead);
                return true;
            }
        };
    }
}
