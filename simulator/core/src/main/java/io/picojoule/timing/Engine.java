package io.picojoule.timing;

/** The two ways to the one answer. */
public enum Engine {
    /** Time advances from event to event; repeated passes are computed once. */
    FAST("fast"),
    /** Every component is clocked, every word and number moved. */
    DETAILED("detailed");

    private final String key;

    Engine(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
