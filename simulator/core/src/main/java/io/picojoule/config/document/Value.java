package io.picojoule.config.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A node that is wanted as a value of some kind. What does not fit becomes a problem, and a harmless stand-in is given back so that the
 * reading goes on.
 */
public final class Value {
    private static final int LONGEST_WHOLE = 18;

    private final Node node;
    private final String path;
    private final Problems problems;

    Value(Node node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    /** A node that stands alone, called {@code path} in messages. */
    public static Value of(Node node, String path, Problems problems) {
        return new Value(node, path, problems);
    }

    public Place place() {
        return node.place();
    }

    public String path() {
        return path;
    }

    public boolean isMap() {
        return node instanceof Mapping;
    }

    public boolean isList() {
        return node instanceof Sequence;
    }

    /** Reports this value. */
    public void refuse(String found, String wanted, String example) {
        problems.add(new Problem(place(), path, found, wanted, example));
    }

    /** Reports this value as it was written. */
    public void refuse(String wanted, String example) {
        refuse(node.what() + " was found", wanted, example);
    }

    /** The text as it was written, empty for a map or a list. */
    public String written() {
        return node instanceof Scalar scalar ? scalar.text().strip() : "";
    }

    /** Text that must be there. */
    public String text(String example) {
        return scalar("text is wanted", example)
                .map(Scalar::text)
                .map(String::strip)
                .orElse("?");
    }

    public boolean flag() {
        String text = scalar("true or false is wanted", "").map(Scalar::text).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            refuse(Scalar.shown(text) + " is neither true nor false", "true or false is wanted", "");
        }
        return text.equals("true");
    }

    /** A whole number from {@code least} to {@code most}. */
    public long whole(long least, long most, String example) {
        String wanted = "a whole number from " + least + " to " + most + " is wanted";
        Optional<Scalar> scalar = scalar(wanted, example);
        if (scalar.isEmpty()) {
            return least;
        }
        String text = scalar.get().text().strip();
        String digits = text.startsWith("-") ? text.substring(1) : text;
        if (!isDigits(digits) || (digits.length() > 1 && digits.startsWith("0"))) {
            refuse(Scalar.shown(text) + " is not a whole number", wanted, example);
            return least;
        }
        boolean fits = digits.length() <= LONGEST_WHOLE;
        long number = fits ? Long.parseLong(text) : 0;
        if (!fits || (number > most && !text.startsWith("-"))) {
            refuse(shownNumber(text) + " is too large", wanted, example);
            return least;
        }
        if (number < least) {
            refuse(shownNumber(text) + " is too small", wanted, example);
            return least;
        }
        return number;
    }

    /** Any finite number; nothing where the document says {@code null}. */
    public OptionalDouble number() {
        if (node instanceof Scalar scalar && scalar.isEmpty()) {
            return OptionalDouble.empty();
        }
        String text = scalar("a number is wanted", "").map(Scalar::text).orElse("0");
        double number = Quantity.isNumber(text) ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(number)) {
            refuse(Scalar.shown(text) + " is not a finite number", "a number is wanted", "");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number);
    }

    /** A number from 0 to 1. */
    public double fraction() {
        return numberUpTo(1, "0.38");
    }

    /** A number from 0 to {@code most}; 0 stands in for what is wrong. */
    public double numberUpTo(int most, String example) {
        String wanted = "a number from 0 to " + most + " is wanted";
        Optional<Scalar> scalar = scalar(wanted, example);
        if (scalar.isEmpty()) {
            return 0;
        }
        String text = scalar.get().text().strip();
        if (!Quantity.isNumber(text)
                || text.length() > LONGEST_WHOLE + LONGEST_WHOLE
                || Quantity.exponentIsLong(text)) {
            refuse(Scalar.shown(text) + " is not a plain number", wanted, example);
            return 0;
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            refuse(shownNumber(text) + " is out of range", wanted, example);
            return 0;
        }
        return number.doubleValue();
    }

    /** A quantity in base units of its dimension; 0 stands in for what is wrong. */
    public BigDecimal quantity(Dimension dimension, String example) {
        String wanted = dimension.words() + " is wanted";
        Optional<Scalar> scalar = scalar(wanted, example);
        if (scalar.isEmpty()) {
            return BigDecimal.ZERO;
        }
        Quantity.Parsed parsed = Quantity.parse(scalar.get().text(), dimension);
        if (parsed.quantity().isEmpty()) {
            refuse(parsed.fault(), wanted, example);
            return BigDecimal.ZERO;
        }
        return parsed.quantity().get().inBase();
    }

    /** A quantity that must be a whole number of {@code unit}s, each so many base units; {@code least} stands in for what is wrong. */
    public long wholeQuantity(Dimension dimension, String unit, long baseUnits, long least, String example) {
        int before = problems.count();
        BigDecimal amount = quantity(dimension, example);
        if (problems.count() > before) {
            return least;
        }
        BigDecimal[] parts = amount.divideAndRemainder(BigDecimal.valueOf(baseUnits));
        if (parts[1].signum() != 0) {
            refuse(node.what() + " is not a whole number of " + unit, dimension.words() + " is wanted", example);
            return least;
        }
        if (parts[0].compareTo(BigDecimal.valueOf(least)) < 0) {
            String units = least == 1 ? one(unit) : unit;
            refuse(node.what() + " is too small", "at least " + least + " " + units + " is wanted", example);
            return least;
        }
        return parts[0].longValueExact();
    }

    /** One of the known names. */
    public String oneOf(List<String> known) {
        Optional<Scalar> scalar = scalar("one of " + Names.list(known) + " is wanted", "");
        String text = scalar.map(Scalar::text).map(String::strip).orElse(known.get(0));
        if (known.contains(text)) {
            return text;
        }
        refuse(Scalar.shown(text) + " is not known here", Names.hint(text, known), "");
        return known.get(0);
    }

    /** The items of a list; a single value counts as a list of one. */
    public List<Value> items() {
        if (!(node instanceof Sequence sequence)) {
            return List.of(this);
        }
        List<Value> items = new ArrayList<>();
        for (Node item : sequence.items()) {
            items.add(new Value(item, DocumentPath.item(path, items.size(), item), problems));
        }
        return items;
    }

    /** This value as a map that is to be read key by key. */
    public Section section(String example) {
        if (node instanceof Mapping mapping) {
            return new Section(mapping, path, mapping.place(), problems);
        }
        refuse("a map is wanted", example);
        return Section.broken(path, place());
    }

    /** The path of a file that this value names, relative to the document it stands in. */
    public Origin file(String example) {
        return place().origin().sibling(text(example));
    }

    private Optional<Scalar> scalar(String wanted, String example) {
        if (node instanceof Scalar scalar && !scalar.isEmpty()) {
            return Optional.of(scalar);
        }
        refuse(wanted, example);
        return Optional.empty();
    }

    private static String shownNumber(String number) {
        return number.length() <= LONGEST_WHOLE + LONGEST_WHOLE ? number : Scalar.shown(number);
    }

    /** {@code word/cycle} for {@code words/cycle}; units that are symbols stay. */
    private static String one(String unit) {
        return switch (unit) {
            case "bits", "bytes", "words", "cycles" -> unit.substring(0, unit.length() - 1);
            case "words/cycle" -> "word/cycle";
            case "entries" -> "entry";
            default -> unit;
        };
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
