package io.picojoule.workload;

/**
 * What a layer without MACs asks of a vector unit.
 *
 * @param arithmetic additions, multiplications and comparisons: an operation each
 * @param functions sigmoids and hyperbolic tangents: {@link #OPERATIONS_PER_FUNCTION} operations each, or one, a look-up, where the unit
 *     has a table of them
 */
public record VectorWork(long arithmetic, long functions) {
    public static final VectorWork NONE = new VectorWork(0, 0);

    /** Assumed: a range reduction and a short polynomial. */
    public static final int OPERATIONS_PER_FUNCTION = 4;

    /** Operations of a unit without a table. */
    public long operations() {
        return Math.addExact(arithmetic, Math.multiplyExact(functions, (long) OPERATIONS_PER_FUNCTION));
    }

    /** Operations of a unit that looks its functions up. */
    public long operationsWithTable() {
        return Math.addExact(arithmetic, functions);
    }

    public VectorWork plus(VectorWork other) {
        return new VectorWork(Math.addExact(arithmetic, other.arithmetic), Math.addExact(functions, other.functions));
    }

    public VectorWork times(long count) {
        return new VectorWork(Math.multiplyExact(arithmetic, count), Math.multiplyExact(functions, count));
    }
}
