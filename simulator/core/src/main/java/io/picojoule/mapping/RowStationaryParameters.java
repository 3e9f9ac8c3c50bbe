package io.picojoule.mapping;

/**
 * The seven numbers by which the Eyeriss papers give a row-stationary mapping (JSSC 2017, Table III).
 *
 * @param m output channels whose partial sums stay in the global buffer
 * @param n images of a pass
 * @param e output rows of a strip: the width of a PE set
 * @param p filters that a PE interleaves
 * @param q channels that a PE interleaves
 * @param r PE sets with different channels, whose partial sums are added
 * @param t PE sets with different filters
 */
public record RowStationaryParameters(int m, int n, int e, int p, int q, int r, int t) {
    public RowStationaryParameters {
        require("m", m);
        require("n", n);
        require("e", e);
        require("p", p);
        require("q", q);
        require("r", r);
        require("t", t);
    }

    private static void require(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "RowStationaryParameters: " + name + " must be at least 1, not " + value);
        }
    }

    /** The paper's notation, as a mapping file writes it. */
    @Override
    public String toString() {
        return "{m: " + m + ", n: " + n + ", e: " + e + ", p: " + p + ", q: " + q + ", r: " + r + ", t: " + t + "}";
    }
}
