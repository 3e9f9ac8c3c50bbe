package io.picojoule.sweep.spec;

import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values between two ends: {@code {range: 8..32, step: 4}}, or {@code {log-range: 0.5 GB/s .. 16 GB/s, points: 6}}, whose ratio is the
 * same from each to the next.
 */
final class RangeValues {
    static final int MOST_VALUES = 100_000;
    static final String RANGE = "range";
    static final String LOG_RANGE = "log-range";
    private static final String RANGE_EXAMPLE = "8..32";
    private static final String LOG_EXAMPLE = "0.5 GB/s .. 16 GB/s";
    private static final int DIGITS = 6;

    private static final Pattern END = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,15})?)\\s*(\\D*)");
    /** Of which parts are as good as whole ones; of words and bytes there are only whole ones. */
    private static final Pattern CONTINUOUS = Pattern.compile(".*(/s|Hz|J|W|USD|s)");

    private final Section section;
    private final Problems problems;

    private RangeValues(Section section) {
        this.section = section;
        this.problems = section.problems();
    }

    /** The values as they would be written, or none if the range cannot be read, and then there is a problem. */
    static List<String> read(Section section) {
        RangeValues values = new RangeValues(section);
        List<String> texts = section.states(LOG_RANGE) ? values.logarithmic() : values.linear();
        section.done();
        return texts;
    }

    private record Ends(BigDecimal low, BigDecimal high, String unit) {
        String written(BigDecimal number) {
            String plain =
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            return unit.isEmpty() ? plain : plain + " " + unit;
        }
    }

    private List<String> linear() {
        Optional<Ends> ends = ends(RANGE, RANGE_EXAMPLE);
        Optional<BigDecimal> step = section.find("step")
                .map(value -> ends.flatMap(of -> step(value, of)))
                .orElseGet(() -> Optional.of(BigDecimal.ONE));
        if (ends.isEmpty() || step.isEmpty()) {
            return List.of();
        }
        Ends of = ends.get();
        BigDecimal count = of.high().subtract(of.low()).divide(step.get(), 0, RoundingMode.FLOOR);
        if (count.compareTo(BigDecimal.valueOf(MOST_VALUES)) >= 0) {
            refuse(RANGE, "it has " + count.add(BigDecimal.ONE) + " values", "at most " + MOST_VALUES, RANGE_EXAMPLE);
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (BigDecimal at = of.low(); at.compareTo(of.high()) <= 0; at = at.add(step.get())) {
            values.add(of.written(at));
        }
        return values;
    }

    private Optional<BigDecimal> step(Value value, Ends of) {
        String text = value.text("4");
        Matcher step = END.matcher(text);
        if (!step.matches() || new BigDecimal(step.group(1)).signum() == 0) {
            value.refuse("\"" + text + "\" is no step", "a number above 0 is wanted", "4");
            return Optional.empty();
        }
        String unit = step.group(2).strip();
        if (!unit.isEmpty() && !unit.equals(of.unit())) {
            value.refuse(
                    "the step is in " + unit + ", and the range " + in(of.unit()),
                    "the unit of the range is wanted",
                    of.written(BigDecimal.valueOf(4)));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(step.group(1)));
    }

    private List<String> logarithmic() {
        Optional<Ends> ends = ends(LOG_RANGE, LOG_EXAMPLE);
        int points = section.whole("points", 2, MOST_VALUES, "6");
        if (ends.isEmpty()) {
            return List.of();
        }
        Ends of = ends.get();
        if (of.low().signum() == 0) {
            refuse(LOG_RANGE, "it begins at 0", "a first value above 0 is wanted", LOG_EXAMPLE);
            return List.of();
        }
        boolean isContinuous = CONTINUOUS.matcher(of.unit()).matches();
        double ratio = of.high().doubleValue() / of.low().doubleValue();
        Set<String> values = new LinkedHashSet<>();
        for (int i = 0; i < points; i++) {
            BigDecimal between = BigDecimal.valueOf(of.low().doubleValue() * Math.pow(ratio, i / (points - 1.0)));
            BigDecimal exact = i == 0 ? of.low() : i == points - 1 ? of.high() : between;
            values.add(of.written(
                    isContinuous
                            ? exact.round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                            : exact.setScale(0, RoundingMode.HALF_UP)));
        }
        return List.copyOf(values);
    }

    private Optional<Ends> ends(String key, String example) {
        String wanted = "two ends with '..' between are wanted";
        Optional<Value> value = section.require(key, "two ends with '..' between", example);
        String text = value.map(each -> each.text(example)).orElse("");
        String[] parts = text.split("\\.\\.", -1);
        Matcher low = END.matcher(parts[0].strip());
        Matcher high = END.matcher(parts[parts.length - 1].strip());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (parts.length != 2 || !low.matches() || !high.matches()) {
            refuse(key, "\"" + text + "\" is no range", wanted, example);
            return Optional.empty();
        }
        String lowUnit = low.group(2).strip();
        String unit = high.group(2).strip();
        if (!lowUnit.isEmpty() && !lowUnit.equals(unit)) {
            String found = "it begins " + in(lowUnit) + " and ends " + in(unit);
            refuse(key, found, "the same unit at both ends is wanted", example);
            return Optional.empty();
        }
        Ends ends = new Ends(new BigDecimal(low.group(1)), new BigDecimal(high.group(1)), unit);
        if (ends.low().compareTo(ends.high()) > 0) {
            refuse(key, "it ends before it begins", "the smaller end first", example);
            return Optional.empty();
        }
        return Optional.of(ends);
    }

    private static String in(String unit) {
        return unit.isEmpty() ? "without a unit" : "in " + unit;
    }

    private void refuse(String key, String found, String wanted, String example) {
        int before = problems.count();
        section.find(key).ifPresent(value -> {
            if (problems.count() == before) {
                value.refuse(found, wanted, example);
            }
        });
    }
}
