package io.picojoule.sweep.constraint;

/** What has a value: evaluated over the values of the names, each in its slot. */
sealed interface Term extends Node {
    /** In base units; NaN if there is none. */
    double magnitude(Operand[] values);

    /** What the value measures, as {@link Kind} has it. */
    long kind(Operand[] values);

    /** A path within the files. */
    record Name(String text, int slot) implements Term {
        @Override
        public double magnitude(Operand[] values) {
            return values[slot].magnitude();
        }

        @Override
        public long kind(Operand[] values) {
            return values[slot].kind();
        }
    }

    /** A number, a quantity or a word; a quoted one is compared letter by letter. */
    record Literal(String text, Operand operand, boolean isQuoted) implements Term {
        @Override
        public double magnitude(Operand[] values) {
            return operand.magnitude();
        }

        @Override
        public long kind(Operand[] values) {
            return operand.kind();
        }
    }

    record Negation(String text, Term of) implements Term {
        @Override
        public double magnitude(Operand[] values) {
            return -of.magnitude(values);
        }

        @Override
        public long kind(Operand[] values) {
            long kind = of.kind(values);
            return Kind.sum(kind, kind);
        }
    }

    /** Of two values that measure the same. */
    record Sum(String text, Term left, Term right, boolean isDifference) implements Term {
        @Override
        public double magnitude(Operand[] values) {
            double other = right.magnitude(values);
            return left.magnitude(values) + (isDifference ? -other : other);
        }

        @Override
        public long kind(Operand[] values) {
            return Kind.sum(left.kind(values), right.kind(values));
        }
    }

    record Product(String text, Term left, Term right) implements Term {
        @Override
        public double magnitude(Operand[] values) {
            return left.magnitude(values) * right.magnitude(values);
        }

        @Override
        public long kind(Operand[] values) {
            return Kind.product(left.kind(values), right.kind(values));
        }
    }

    record Quotient(String text, Term left, Term right) implements Term {
        @Override
        public double magnitude(Operand[] values) {
            double divisor = right.magnitude(values);
            return divisor == 0 ? Double.NaN : left.magnitude(values) / divisor;
        }

        @Override
        public long kind(Operand[] values) {
            return Kind.quotient(left.kind(values), right.kind(values));
        }
    }
}
