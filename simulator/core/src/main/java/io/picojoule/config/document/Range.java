package io.picojoule.config.document;

import java.util.Optional;

/**
 * Between what a value may lie, for one that is not known well: {@code range: 10 W .. 20 W} beside {@code value: 15 W}.
 *
 * @param place where it stands
 * @param low the lower end, as written
 * @param high the upper end
 */
public record Range(Place place, String low, String high) {
    private static final String BETWEEN = "..";
    private static final String FORM = "LOW .. HIGH is wanted";

    /** Reads the range of a value, or reports what is wrong with it. */
    static Optional<Range> parse(Node written, Node value, String path, Problems problems) {
        Place place = written.place();
        if (!(value instanceof Scalar scalar)) {
            problems.add(new Problem(place, path, "a range of " + value.what(), "a single number has one"));
            return Optional.empty();
        }
        Optional<Amount> amount = Amount.of(scalar.text());
        if (amount.isEmpty()) {
            String found = "a range of " + scalar.what() + ", which is no number";
            problems.add(new Problem(place, path, found, "only numbers, with a unit or without, have one"));
            return Optional.empty();
        }
        String example =
                scalar.text().strip() + " " + BETWEEN + " " + scalar.text().strip();
        String text = written instanceof Scalar range ? range.text() : "";
        int middle = text.indexOf(BETWEEN);
        if (middle < 0) {
            problems.add(new Problem(place, path, written.what() + " is no range", FORM, example));
            return Optional.empty();
        }
        String low = text.substring(0, middle).strip();
        String high = text.substring(middle + BETWEEN.length()).strip();
        for (String end : new String[] {low, high}) {
            if (Amount.of(end).filter(amount.get()::isOfKind).isEmpty()) {
                String found = Scalar.shown(end) + " is not " + amount.get().kind() + ", as the value is";
                problems.add(new Problem(place, path, found, FORM, example));
                return Optional.empty();
            }
        }
        Range range = new Range(place, low, high);
        if (!range.holds(amount.get())) {
            String found = "the range " + Scalar.shown(text) + " does not hold the value, " + scalar.what();
            problems.add(new Problem(place, path, found, "LOW <= value <= HIGH is wanted"));
            return Optional.empty();
        }
        return Optional.of(range);
    }

    private boolean holds(Amount amount) {
        return Amount.of(low).orElseThrow().compareTo(amount) <= 0
                && amount.compareTo(Amount.of(high).orElseThrow()) <= 0;
    }

    /** As it is written. */
    String text() {
        return low + " " + BETWEEN + " " + high;
    }
}
