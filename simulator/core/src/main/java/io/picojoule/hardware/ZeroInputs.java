package io.picojoule.hardware;

/** What a processing element does with an input word that is zero. */
public enum ZeroInputs {
    /** Computes with it as with any other. */
    COMPUTE("compute"),
    /** Spends the cycle, but neither reads the weight nor multiplies nor updates the partial sum. */
    GATE("gate"),
    /** Spends no cycle on it. */
    SKIP("skip");

    private final String key;

    ZeroInputs(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
