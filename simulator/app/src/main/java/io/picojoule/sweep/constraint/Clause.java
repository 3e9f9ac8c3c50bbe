package io.picojoule.sweep.constraint;

/**
 * What holds, fails, or cannot be said, because a value is missing or two cannot be compared. What cannot be said does not matter where
 * the rest of the condition decides (Kleene's logic).
 */
sealed interface Clause extends Node {
    int HOLDS = 1;
    int FAILS = 0;
    int UNKNOWN = -1;

    int test(Operand[] values);

    /** What holds where this fails. */
    Clause inverse();

    /** Compares two values of one kind. */
    record Comparison(String text, Term left, Operator operator, Term right, int column) implements Clause {
        @Override
        public int test(Operand[] values) {
            long one = left.kind(values);
            long other = right.kind(values);
            if (one == Kind.WORD || other == Kind.WORD) {
                return testWords(values);
            }
            double a = left.magnitude(values);
            double b = right.magnitude(values);
            if (one != other || !Kind.isNumber(one) || Double.isNaN(a) || Double.isNaN(b)) {
                return UNKNOWN;
            }
            return operator.holds(a, b) ? HOLDS : FAILS;
        }

        private int testWords(Operand[] values) {
            if (!areComparable(values) || isMissing(left, values) || isMissing(right, values)) {
                return UNKNOWN;
            }
            boolean isSame = written(left, values).equals(written(right, values));
            return isSame == (operator == Operator.EQUAL) ? HOLDS : FAILS;
        }

        /** Whether the values that are there can be compared. */
        boolean areComparable(Operand[] values) {
            if (isMissing(left, values) || isMissing(right, values)) {
                return true;
            }
            long one = left.kind(values);
            long other = right.kind(values);
            if (one == Kind.WORD || other == Kind.WORD) {
                boolean isQuoted = isQuoted(left) || isQuoted(right);
                boolean areWritten = isWritten(left) && isWritten(right);
                return !operator.isOrder() && areWritten && (one == other || isQuoted);
            }
            return one == other && Kind.isNumber(one);
        }

        private static boolean isMissing(Term term, Operand[] values) {
            return term.kind(values) == Kind.MISSING;
        }

        private static boolean isQuoted(Term term) {
            return term instanceof Term.Literal literal && literal.isQuoted();
        }

        private static boolean isWritten(Term term) {
            return term instanceof Term.Literal || term instanceof Term.Name;
        }

        static String written(Term term, Operand[] values) {
            return term instanceof Term.Name name
                    ? values[name.slot()].text()
                    : term instanceof Term.Literal literal ? literal.operand().text() : term.text();
        }

        @Override
        public Clause inverse() {
            return new Comparison("not " + text, left, operator.inverse(), right, column);
        }
    }

    /** Holds if both do. */
    record Both(String text, Clause left, Clause right) implements Clause {
        @Override
        public int test(Operand[] values) {
            int one = left.test(values);
            if (one == FAILS) {
                return FAILS;
            }
            int other = right.test(values);
            return other == FAILS ? FAILS : Math.min(one, other);
        }

        @Override
        public Clause inverse() {
            return new Either("not (" + text + ")", left.inverse(), right.inverse());
        }
    }

    /** Holds if one does. */
    record Either(String text, Clause left, Clause right) implements Clause {
        @Override
        public int test(Operand[] values) {
            int one = left.test(values);
            if (one == HOLDS) {
                return HOLDS;
            }
            int other = right.test(values);
            return other == HOLDS ? HOLDS : Math.min(one, other);
        }

        @Override
        public Clause inverse() {
            return new Both("not (" + text + ")", left.inverse(), right.inverse());
        }
    }
}
