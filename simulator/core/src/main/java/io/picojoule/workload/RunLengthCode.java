package io.picojoule.workload;

/**
 * Counts what a stream of words takes in Eyeriss' run-length code (JSSC 2017, Fig. 9): pairs of a 5-bit count of zeros and the value
 * behind them, as many whole pairs in a 64-bit word as leave room for its end bit: three of 16-bit values. A run longer than 31 zeros
 * goes on as a pair whose value is zero. Not thread safe.
 */
public final class RunLengthCode {
    private static final int RUN_BITS = 5;
    private static final int LONGEST_RUN = (1 << RUN_BITS) - 1;
    private static final int WORD_BITS = 64;
    private static final int END_BITS = 1;

    private final int valueBits;
    private final int pairsPerWord;
    private long pairs;
    private long run;

    public RunLengthCode(int valueBits) {
        this.valueBits = valueBits;
        this.pairsPerWord = (WORD_BITS - END_BITS) / (RUN_BITS + valueBits);
    }

    /** Whether a word has room for a pair of this width at all. */
    public boolean canPack() {
        return pairsPerWord > 0;
    }

    public void value(int value) {
        if (value == 0) {
            run++;
        } else {
            values(1, 0);
        }
    }

    /**
     * Values that are not zero, one after another, with zeros between them.
     *
     * @param zeroPairs {@linkplain #zeroPairs pairs} that carry nothing but those
     */
    void values(long count, long zeroPairs) {
        pairs += zeroPairs(run) + zeroPairs + count;
        run = 0;
    }

    /** Pairs that a run in front of a value takes but for that of the value: each has 31 zeros and, as its value, one more. */
    static long zeroPairs(long run) {
        return run / (LONGEST_RUN + 1);
    }

    public void zeros(long count) {
        run += count;
    }

    /** Bits of the stream so far, if it ended here, in whole 64-bit words. */
    public long bits() {
        long all = pairs + (run + LONGEST_RUN) / (LONGEST_RUN + 1);
        return (all + pairsPerWord - 1) / pairsPerWord * WORD_BITS;
    }

    /** Ends the stream and starts the next: what the ended one took. */
    public long end() {
        long bits = bits();
        pairs = 0;
        run = 0;
        return bits;
    }

    @Override
    public String toString() {
        return "RunLengthCode of " + valueBits + "-bit values: " + bits() + " bit";
    }
}
