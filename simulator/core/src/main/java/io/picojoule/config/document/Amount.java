package io.picojoule.config.document;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number, with whatever unit stands behind it.
 *
 * @param inBase the number, in base units of its dimension where it has one
 */
public record Amount(BigDecimal inBase, Optional<Dimension> dimension) implements Comparable<Amount> {
    /** What a text says, if it is a number or a quantity. */
    public static Optional<Amount> of(String text) {
        String number = text.strip();
        if (Quantity.isNumber(number)
                && number.length() <= Quantity.LONGEST_NUMBER
                && !Quantity.exponentIsLong(number)) {
            return Optional.of(new Amount(new BigDecimal(number), Optional.empty()));
        }
        for (Dimension dimension : Dimension.values()) {
            Optional<Quantity> quantity = Quantity.parse(text, dimension).quantity();
            if (quantity.isPresent()) {
                return quantity.map(found -> new Amount(found.inBase(), Optional.of(dimension)));
            }
        }
        return Optional.empty();
    }

    boolean isOfKind(Amount other) {
        return dimension.equals(other.dimension);
    }

    /** With its article, as a message wants it. */
    String kind() {
        return dimension.map(Dimension::words).orElse("a plain number");
    }

    /** By size, of amounts of one kind. */
    @Override
    public int compareTo(Amount other) {
        return inBase.compareTo(other.inBase);
    }
}
