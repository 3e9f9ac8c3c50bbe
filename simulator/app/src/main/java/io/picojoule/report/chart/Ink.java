package io.picojoule.report.chart;

import io.picojoule.activity.Level;
import io.picojoule.energy.Component;
import io.picojoule.timing.Cause;
import io.picojoule.timing.Resource;
import io.picojoule.workload.Operand;
import java.awt.Color;

/**
 * Every colour of a report. Charts are drawn in the light colour, which the SVG then names by class, so that the style sheet can turn it
 * dark. The hues are Okabe and Ito's and Paul Tol's, which readers who are colour-blind can tell apart; a memory level has the colour of
 * the component that pays for it, a stall the hue of the operand it waits for.
 */
public enum Ink {
    TEXT(0x1b2230, 0xe8ebf1),
    MUTED(0x5d6675, 0x9aa4b5),
    GRID(0xe3e7ee, 0x2c3442),
    AXIS(0x9aa3b2, 0x566074),
    CARD(0xfefefe, 0x171c25),
    POINT(0x0a5ea8, 0x6cb6ff),
    ROOF(0x3c4656, 0xc3cbd8),

    MAC(0x0072b2, 0x3d9be0),
    SCRATCHPAD(0xe69f00, 0xf0b429),
    NETWORK(0x56b4e9, 0x7cc9f5),
    GLOBAL_BUFFER(0x009e73, 0x1fbf92),
    WEIGHT_BUFFER(0x7fd0b3, 0xa5e3cd),
    POINTER_BUFFER(0x332288, 0x8f84d8),
    QUEUE(0xd8b7a0, 0xa98b76),
    SHARED(0xb7e4c7, 0x74c69d),
    L1(0x74c476, 0x8fd694),
    L2(0x238b45, 0x41ab5d),
    L3(0x00552a, 0x2f8f5b),
    DRAM(0xd55e00, 0xf07a2b),
    VECTOR_UNIT(0xcc79a7, 0xe295c0),
    CLOCK(0x8a93a3, 0x8b95a7),
    STATIC(0xc3c9d3, 0x5b6678),

    INPUT(0x44aa99, 0x5cc9b6),
    WEIGHT(0xddaa33, 0xe8be58),
    PARTIAL_SUM(0xaa4499, 0xcf6abe),
    OUTPUT(0x4477aa, 0x6f9fd4),
    NO_OPERAND(0xc0c6d0, 0x5a6576),

    BUSY(0x1f4e79, 0x4b8fd0),
    WEIGHT_LOAD(0xddaa34, 0xe8be59),
    INPUT_FILL(0x9bd8cd, 0x9fe3d7),
    INPUT_BUS(0x44aa98, 0x5cc9b5),
    PARTIAL_SUM_IN_BUS(0xdda4d4, 0xe3a9da),
    PARTIAL_SUM_OUT_BUS(0xaa4498, 0xcf6abd),
    ACCUMULATE(0x6b2a60, 0xa2559a),
    DRAIN(0x8a93a4, 0x8b95a8),
    STALL_DRAM(0xd55e01, 0xf07a2c),
    IMBALANCE(0xd3d8e0, 0x465063),
    PADDING(0x88ccee, 0x6fb5da),
    EMPTY_COLUMN(0xcfe3f0, 0x49667a),
    QUEUE_FULL(0xcc6677, 0xe08a98),
    QUEUE_EMPTY(0xe9c46a, 0xd1ab52),
    BUFFER(0x009e74, 0x1fbf93),
    LAUNCH(0x5e4fa2, 0x9d8fe0),
    PIPELINE(0xcc79a8, 0xe295c1),

    /** Those of machines, or batches, side by side: what has no colour of its own. */
    SERIES_1(0x0b6fb8, 0x56a8ea),
    SERIES_2(0xc04a08, 0xf58a4b),
    SERIES_3(0x0f7a55, 0x35c694),
    SERIES_4(0x9b3f92, 0xd47fcb),
    SERIES_5(0x8a6500, 0xe3bd3c),
    SERIES_6(0x157a8c, 0x6fd3e6),
    SERIES_7(0xb5304a, 0xf07f92),
    SERIES_8(0x5a5f6e, 0xb4bac8);

    /** How many colours there are for what has none of its own. */
    static final int SERIES = 8;

    private final int light;
    private final int dark;
    private final Color color;

    Ink(int light, int dark) {
        this.light = light;
        this.dark = dark;
        this.color = new Color(light);
    }

    /** The colour to draw with; no two inks have the same. */
    public Color color() {
        return color;
    }

    /** The name in the style sheet, {@code global-buffer} for one. */
    public String css() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String lightHex() {
        return hex(light);
    }

    public String darkHex() {
        return hex(dark);
    }

    private static String hex(int rgb) {
        return "#" + Integer.toHexString(0x1000000 | rgb).substring(1);
    }

    /** A colour for what has none of its own, by its number from 0; after the last the first comes again. */
    public static Ink series(int number) {
        return values()[SERIES_1.ordinal() + number % SERIES];
    }

    public static Ink of(Component component) {
        return switch (component) {
            case MAC -> MAC;
            case SCRATCHPAD -> SCRATCHPAD;
            case NETWORK -> NETWORK;
            case GLOBAL_BUFFER -> GLOBAL_BUFFER;
            case WEIGHT_BUFFER -> WEIGHT_BUFFER;
            case POINTER_BUFFER -> POINTER_BUFFER;
            case QUEUE -> QUEUE;
            case SHARED -> SHARED;
            case L1 -> L1;
            case L2 -> L2;
            case L3 -> L3;
            case DRAM -> DRAM;
            case VECTOR_UNIT -> VECTOR_UNIT;
            case CLOCK -> CLOCK;
            case STATIC -> STATIC;
        };
    }

    public static Ink of(Level level) {
        return switch (level) {
            case SCRATCHPAD -> SCRATCHPAD;
            case NETWORK -> NETWORK;
            case GLOBAL_BUFFER -> GLOBAL_BUFFER;
            case WEIGHT_BUFFER -> WEIGHT_BUFFER;
            case POINTER_BUFFER -> POINTER_BUFFER;
            case QUEUE -> QUEUE;
            case SHARED -> SHARED;
            case L1 -> L1;
            case L2 -> L2;
            case L3 -> L3;
            case DRAM -> DRAM;
        };
    }

    public static Ink of(Operand operand) {
        return switch (operand) {
            case INPUT -> INPUT;
            case WEIGHT -> WEIGHT;
            case PARTIAL_SUM -> PARTIAL_SUM;
            case OUTPUT -> OUTPUT;
        };
    }

    public static Ink of(Cause cause) {
        return switch (cause) {
            case BUSY -> BUSY;
            case WEIGHT_LOAD, WEIGHT_BUS -> WEIGHT_LOAD;
            case INPUT_FILL -> INPUT_FILL;
            case INPUT_BUS -> INPUT_BUS;
            case PARTIAL_SUM_IN_BUS -> PARTIAL_SUM_IN_BUS;
            case PARTIAL_SUM_OUT_BUS -> PARTIAL_SUM_OUT_BUS;
            case ACCUMULATE -> ACCUMULATE;
            case DRAIN -> DRAIN;
            case DRAM -> STALL_DRAM;
            case IMBALANCE -> IMBALANCE;
            case PADDING -> PADDING;
            case EMPTY_COLUMN -> EMPTY_COLUMN;
            case QUEUE_FULL -> QUEUE_FULL;
            case QUEUE_EMPTY -> QUEUE_EMPTY;
            case BUFFER -> BUFFER;
            case LAUNCH -> LAUNCH;
            case PIPELINE -> PIPELINE;
        };
    }

    /** That of the cause with which waiting for the resource, or its work, is shown. */
    public static Ink of(Resource resource) {
        return switch (resource) {
            case COMPUTE -> BUSY;
            case INPUT_BUS -> INPUT_BUS;
            case WEIGHT_BUS -> WEIGHT_LOAD;
            case PARTIAL_SUM_IN_BUS -> PARTIAL_SUM_IN_BUS;
            case PARTIAL_SUM_OUT_BUS -> PARTIAL_SUM_OUT_BUS;
            case DRAM -> STALL_DRAM;
            case CACHE -> BUFFER;
            case LAUNCH -> LAUNCH;
            case BROADCAST -> QUEUE_EMPTY;
            case VECTOR_UNIT -> PIPELINE;
        };
    }
}
