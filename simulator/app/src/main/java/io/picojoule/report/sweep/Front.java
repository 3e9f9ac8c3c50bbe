package io.picojoule.report.sweep;

/** Tells of each point of a stream whether any point before it dominates it. Points that are equal in all objectives dominate none. */
interface Front {
    /**
     * Takes a point in; those that it dominates leave.
     *
     * @param objectives all to be small, none of them NaN
     * @return whether it is on the front now
     */
    boolean add(long number, double[] objectives);

    /** The points on it, in the order of their numbers. */
    long[] numbers();
}
