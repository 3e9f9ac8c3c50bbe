package io.picojoule.report.sweep;

import io.picojoule.report.Si;
import io.picojoule.sweep.Measure;
import java.util.Set;

/** Measures for people. */
public final class Quantity {
    /** Those of which more is better, whatever network they are of. */
    private static final Set<String> LARGE_IS_GOOD = Set.of(
            "inferencesPerSecond",
            "operationsPerSecond",
            "inferencesPerJoule",
            "inferencesPerSecondPerDollar",
            "fractionOfPeak",
            "fractionOfRoof",
            "gatedMacs",
            "skippedMacs");

    private static final double LARGE = 1000;

    private Quantity() {}

    /** Three digits and a prefix; areas take none, as a thousand mm² are no mm² of a thousand. */
    public static String text(double value, String unit) {
        if (!takesPrefixes(unit) && Double.isFinite(value)) {
            return value >= LARGE ? Si.grouped(Math.round(value)) + " " + unit : Si.digits(value) + " " + unit;
        }
        return Si.format(value, unit);
    }

    /** A round number beside an axis: as {@link #text}, without zeros at the end. */
    public static String tick(double value, String unit) {
        return text(value, unit).replaceFirst("(\\.\\d*?)0+(?=\\D|$)", "$1").replaceFirst("\\.(?=\\D|$)", "");
    }

    /** Whether {@code k} and {@code m} may stand before the unit. */
    public static boolean takesPrefixes(String unit) {
        return !unit.contains("²") && !unit.contains("mm2");
    }

    /** Whether more of it is better; of an objective of a sweep it never is. */
    public static boolean isLargeGood(Measure measure) {
        return LARGE_IS_GOOD.contains(measure.key().substring(measure.key().lastIndexOf('.') + 1));
    }
}
