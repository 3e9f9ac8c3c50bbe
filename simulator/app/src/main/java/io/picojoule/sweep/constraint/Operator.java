package io.picojoule.sweep.constraint;

/** A comparison of two values. */
enum Operator {
    LESS("<", "not less than"),
    AT_MOST("<=", "more than"),
    MORE(">", "not more than"),
    AT_LEAST(">=", "less than"),
    EQUAL("==", "not"),
    NOT_EQUAL("!=", "equal to");

    /** Values whose difference is a matter of rounding are equal: 3 * 1.1 is 3.3. */
    private static final double ROUNDING = 1e-12;

    private final String symbol;
    private final String failure;

    Operator(String symbol, String failure) {
        this.symbol = symbol;
        this.failure = failure;
    }

    String symbol() {
        return symbol;
    }

    /** What is said of a left side for which it does not hold. */
    String failure() {
        return failure;
    }

    boolean isOrder() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    Operator inverse() {
        return switch (this) {
            case LESS -> AT_LEAST;
            case AT_MOST -> MORE;
            case MORE -> AT_MOST;
            case AT_LEAST -> LESS;
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
        };
    }

    boolean holds(double left, double right) {
        double difference = left - right;
        boolean isSame = left == right || Math.abs(difference) <= ROUNDING * Math.max(Math.abs(left), Math.abs(right));
        return switch (this) {
            case LESS -> !isSame && difference < 0;
            case AT_MOST -> isSame || difference < 0;
            case MORE -> !isSame && difference > 0;
            case AT_LEAST -> isSame || difference > 0;
            case EQUAL -> isSame;
            case NOT_EQUAL -> !isSame;
        };
    }
}
