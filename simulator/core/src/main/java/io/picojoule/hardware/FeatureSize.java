package io.picojoule.hardware;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The feature size that a process is named by.
 *
 * @param nanometres of the node's name
 */
public record FeatureSize(double nanometres) {
    private static final Pattern TEXT = Pattern.compile("\\s*([0-9]{1,4}(?:\\.[0-9]{1,6})?)\\s*(nm|um)\\s*");
    private static final double NANOMETRES_PER_MICROMETRE = 1000;

    public FeatureSize {
        if (!(nanometres > 0) || Double.isInfinite(nanometres)) {
            throw new IllegalArgumentException("FeatureSize: " + nanometres + " nm is no feature size");
        }
    }

    /** That of a text, {@code 45 nm} or {@code 0.18 um}; nothing if it is none. */
    public static Optional<FeatureSize> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(matcher.group(1));
        double nanometres = matcher.group(2).equals("um") ? number * NANOMETRES_PER_MICROMETRE : number;
        return nanometres > 0 ? Optional.of(new FeatureSize(nanometres)) : Optional.empty();
    }

    /** What the same layout takes at another feature size, as a multiple of what it takes at this one: lengths go with the feature size. */
    public double areaAt(FeatureSize other) {
        double lengths = other.nanometres / nanometres;
        return lengths * lengths;
    }
}
