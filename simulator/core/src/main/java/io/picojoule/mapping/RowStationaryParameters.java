package io.picojoule.mapping;

import io.picojoule.workload.LoopNest;

/**
 * The seven numbers by which the Eyeriss papers give a row-stationary mapping (JSSC 2017, Table III), and three that say how a layer is
 * cut which the papers' machines would not hold: {@link #WHOLE} where nothing is.
 *
 * @param m output channels whose partial sums stay in the global buffer
 * @param n images of a pass
 * @param e output rows of a strip: the width of a PE set
 * @param p filters that a PE interleaves
 * @param q channels that a PE interleaves
 * @param r PE sets with different channels, whose partial sums are added
 * @param t PE sets with different filters
 * @param f output columns of a tile
 * @param filterRows rows of a filter in a pass: the height of a PE set
 * @param filterColumns columns of a filter in a pass
 */
public record RowStationaryParameters(
        int m, int n, int e, int p, int q, int r, int t, int f, int filterRows, int filterColumns) {
    /** As much as the layer has. */
    public static final int WHOLE = Integer.MAX_VALUE;

    public RowStationaryParameters {
        require("m", m);
        require("n", n);
        require("e", e);
        require("p", p);
        require("q", q);
        require("r", r);
        require("t", t);
        require("f", f);
        require("filter-rows", filterRows);
        require("filter-columns", filterColumns);
    }

    /** The papers' seven: whole rows, whole filters. */
    public RowStationaryParameters(int m, int n, int e, int p, int q, int r, int t) {
        this(m, n, e, p, q, r, t, WHOLE, WHOLE, WHOLE);
    }

    private static void require(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "RowStationaryParameters: " + name + " must be at least 1, not " + value);
        }
    }

    /** These, where they exceed what the layer has, cut to it; nothing is {@link #WHOLE}. */
    public RowStationaryParameters cutTo(LoopNest nest) {
        int tile = Math.min(m, nest.m());
        int channels = (int) Math.min((long) q * r, nest.c());
        int channelsOfSet = Math.min(q, channels);
        int filters = (int) Math.min((long) p * t, tile);
        int filtersOfBlock = Math.min(p, filters);
        return new RowStationaryParameters(
                tile,
                Math.min(n, nest.n()),
                Math.min(e, nest.p()),
                filtersOfBlock,
                channelsOfSet,
                tiles(channels, channelsOfSet),
                tiles(filters, filtersOfBlock),
                Math.min(f, nest.q()),
                Math.min(filterRows, nest.r()),
                Math.min(filterColumns, nest.s()));
    }

    private static int tiles(int extent, int size) {
        return (extent + size - 1) / size;
    }

    /** Whether fewer than {@code each} items a holder, with as many holders, are dealt out alike. */
    static boolean isRepeated(int each, int holders, int items) {
        return (long) each * holders > items && each > tiles(items, holders);
    }

    /** Channels of a pass. */
    int channels(LoopNest nest) {
        return (int) Math.min((long) q * r, nest.c());
    }

    /** Filters of a pass. */
    int filters() {
        return (int) Math.min((long) p * t, m);
    }

    /** The paper's notation, as a mapping file writes it; what is whole is left out. */
    @Override
    public String toString() {
        return "{m: " + m + ", n: " + n + ", e: " + e + ", p: " + p + ", q: " + q + ", r: " + r + ", t: " + t
                + part("f", f) + part("filter-rows", filterRows) + part("filter-columns", filterColumns) + "}";
    }

    private static String part(String name, int value) {
        return value == WHOLE ? "" : ", " + name + ": " + value;
    }
}
