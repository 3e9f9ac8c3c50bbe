package io.picojoule.report.html.sweep;

import io.picojoule.report.html.Html;
import java.util.List;

/** The values of an axis under a small drawing, in their order and equally far apart: as many as can be read. */
record ValueAxis(List<String> values, double from, double to, double y) {
    private static final double LETTER = 6.1;
    private static final double LINE = 13;
    private static final int LONGEST = 20;
    private static final int SHORT = 4;

    double at(int value) {
        return values.size() == 1 ? (from + to) / 2 : from + (to - from) * value / (values.size() - 1);
    }

    /** In one line or two, every value or every so manieth. */
    void write(Html html) {
        int longest = values.stream()
                .mapToInt(value -> shortened(value).length())
                .max()
                .orElse(1);
        double apart = values.size() == 1 ? to - from : (to - from) / (values.size() - 1);
        // A text that begins at its value, or ends there, takes half as much more of the room beside it.
        double needed = (longest + 1) * LETTER * (longest <= SHORT ? 1 : 1.5);
        boolean isTwo = needed > apart && needed <= 2 * apart;
        int step = isTwo ? 1 : (int) Math.max(1, Math.ceil(needed / apart));
        for (int i = 0; i < values.size(); i += step) {
            String anchor =
                    values.size() == 1 ? "middle" : i == 0 ? "start" : i == values.size() - 1 ? "end" : "middle";
            boolean isMiddle = longest <= SHORT;
            html.element(
                    "text",
                    shortened(values.get(i)),
                    "x",
                    Coordinates.of(at(i) + offset(anchor, isMiddle)),
                    "y",
                    Coordinates.of(y + (isTwo && i % 2 == 1 ? LINE : 0)),
                    "text-anchor",
                    isMiddle ? "middle" : anchor);
        }
    }

    /** Long values at the ends begin, or end, a little outside. */
    private static double offset(String anchor, boolean isMiddle) {
        return isMiddle || anchor.equals("middle") ? 0 : anchor.equals("start") ? -10 : 10;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }
}
