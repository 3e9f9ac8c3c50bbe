package io.picojoule.workload;

/**
 * How unequal the weights of a layer are: each row's (output's) and each column's (input's) have a scale of its own, log-normal around 1.
 *
 * @param rows standard deviation of the natural logarithm of the rows' scales
 * @param columns the same of the columns'
 */
public record WeightSpread(double rows, double columns) {
    public static final int LARGEST = 3;
    /** Weights that are all of one scale. */
    public static final WeightSpread NONE = new WeightSpread(0, 0);

    public WeightSpread {
        require("rows", rows);
        require("columns", columns);
    }

    private static void require(String key, double deviation) {
        if (!(deviation >= 0 && deviation <= LARGEST)) {
            throw new IllegalArgumentException(
                    "WeightSpread: " + key + " must be 0 to " + LARGEST + ", not " + deviation);
        }
    }
}
