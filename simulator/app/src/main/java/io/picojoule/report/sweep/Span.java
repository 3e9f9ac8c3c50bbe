package io.picojoule.report.sweep;

/** From the least to the most of finite numbers, how many there were and what they come to together. */
public final class Span {
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double leastPositive = Double.POSITIVE_INFINITY;
    private double sum;
    private double lost;
    private long count;

    /** Leaves out what is not finite. */
    public void add(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        least = Math.min(least, value);
        most = Math.max(most, value);
        if (value > 0) {
            leastPositive = Math.min(leastPositive, value);
        }
        count++;
        // Neumaier's sum: a million terms lose no digits.
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }

    public long count() {
        return count;
    }

    /** NaN where there is none, as all others. */
    public double least() {
        return count == 0 ? Double.NaN : least;
    }

    public double most() {
        return count == 0 ? Double.NaN : most;
    }

    public double leastPositive() {
        return Double.isInfinite(leastPositive) ? Double.NaN : leastPositive;
    }

    public double mean() {
        return count == 0 ? Double.NaN : (sum + lost) / count;
    }

    /** Whether there is anything to draw. */
    public boolean varies() {
        return count > 0 && least < most;
    }
}
