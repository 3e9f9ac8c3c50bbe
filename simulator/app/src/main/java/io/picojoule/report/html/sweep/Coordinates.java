package io.picojoule.report.html.sweep;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as drawings have them: a tenth of a pixel, and nothing that is not needed. */
final class Coordinates {
    private Coordinates() {}

    static String of(double value) {
        BigDecimal rounded = new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** {@code M3 4}, and so on: a command of a path, and where it leads. */
    static String to(char command, double x, double y) {
        return command + of(x) + " " + of(y);
    }
}
