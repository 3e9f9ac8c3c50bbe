package io.picojoule.sweep.constraint;

import io.picojoule.config.document.Amount;
import io.picojoule.config.document.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Says in words why a condition does not hold. */
final class Reasons {
    private static final MathContext DIGITS = new MathContext(6);

    private Reasons() {}

    /** Of a clause that does not hold: its comparisons that do not. */
    static String of(Clause clause, Operand[] values) {
        if (clause instanceof Clause.Both both) {
            return of(both.left().test(values) == Clause.HOLDS ? both.right() : both.left(), values);
        }
        if (clause instanceof Clause.Either either) {
            return of(either.left(), values) + ", and " + of(either.right(), values);
        }
        return of((Clause.Comparison) clause, values);
    }

    private static String of(Clause.Comparison comparison, Operand[] values) {
        Term left = comparison.left();
        Term right = comparison.right();
        Optional<String> fault = fault(left, values).or(() -> fault(right, values));
        if (fault.isPresent()) {
            return fault.get();
        }
        if (!comparison.areComparable(values)) {
            return incomparable(comparison, values);
        }
        String limit = right instanceof Term.Literal
                ? Clause.Comparison.written(right, values)
                : right.text() + ", which is " + shown(right, left, values);
        return left.text() + " is " + shown(left, right, values) + ", "
                + comparison.operator().failure() + " " + limit;
    }

    static String incomparable(Clause.Comparison comparison, Operand[] values) {
        long one = comparison.left().kind(values);
        long other = comparison.right().kind(values);
        if (one == Kind.WORD && other == Kind.WORD) {
            return comparison.left().text() + " is a word, and words have no order";
        }
        return comparison.left().text() + " is " + Kind.words(one) + " and "
                + comparison.right().text() + " is " + Kind.words(other) + ": they cannot be compared";
    }

    /** Why a term has no value. */
    static Optional<String> fault(Term term, Operand[] values) {
        if (term instanceof Term.Name name) {
            return name.kind(values) == Kind.MISSING
                    ? Optional.of(name.text() + " has no value here")
                    : Optional.empty();
        }
        if (term instanceof Term.Negation negation) {
            return fault(negation.of(), values).or(() -> arithmetic(term, negation.of(), negation.of(), values));
        }
        if (term instanceof Term.Sum sum) {
            return fault(term, sum.left(), sum.right(), values);
        }
        if (term instanceof Term.Product product) {
            return fault(term, product.left(), product.right(), values);
        }
        if (term instanceof Term.Quotient quotient) {
            return fault(term, quotient.left(), quotient.right(), values)
                    .or(() -> quotient.right().magnitude(values) == 0
                            ? Optional.of(quotient.text() + " divides by "
                                    + quotient.right().text() + ", which is 0")
                            : Optional.empty());
        }
        return Optional.empty();
    }

    private static Optional<String> fault(Term term, Term left, Term right, Operand[] values) {
        return fault(left, values).or(() -> fault(right, values)).or(() -> arithmetic(term, left, right, values));
    }

    private static Optional<String> arithmetic(Term term, Term left, Term right, Operand[] values) {
        if (Kind.isNumber(term.kind(values))) {
            return Optional.empty();
        }
        return Optional.of(left.text() + " is " + Kind.words(left.kind(values)) + " and " + right.text() + " is "
                + Kind.words(right.kind(values)) + ": '" + term.text() + "' cannot be computed");
    }

    /** A value as it is written, or in the unit of what it is compared with. */
    private static String shown(Term term, Term other, Operand[] values) {
        if (term instanceof Term.Name || term instanceof Term.Literal) {
            return Clause.Comparison.written(term, values);
        }
        String unit = other instanceof Term.Literal literal ? literal.operand().unit() : "";
        if (unit.isEmpty()) {
            unit = Kind.dimension(term.kind(values)).map(Reasons::baseUnit).orElse("");
        }
        double inBase = unit.isEmpty() ? 1 : inBase(unit);
        String number = number(term.magnitude(values) / inBase);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private static String baseUnit(Dimension dimension) {
        return dimension.units().stream()
                .filter(unit -> inBase(unit) == 1)
                .findFirst()
                .orElse("");
    }

    private static double inBase(String unit) {
        return Amount.of("1 " + unit)
                .map(amount -> amount.inBase().doubleValue())
                .orElse(1.0);
    }

    private static String number(double value) {
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = value == Math.rint(value) && Math.abs(value) < 1e15
                ? BigDecimal.valueOf((long) value)
                : new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return Math.abs(value) < 1e15 && rounded.scale() < 12 ? rounded.toPlainString() : rounded.toString();
    }
}
