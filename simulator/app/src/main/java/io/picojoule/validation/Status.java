package io.picojoule.validation;

/** How a figure stands to its margin. */
public enum Status {
    WITHIN("within"),
    /** Beyond the margin, within the bound of a gap whose cause is written down. */
    KNOWN_GAP("known gap"),
    OUTSIDE("outside");

    private final String key;

    Status(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
