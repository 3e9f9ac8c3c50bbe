package io.picojoule.validation;

/** What agreement with a published figure is worth. */
public enum EvidenceClass {
    /** From the mechanism and published inputs alone. */
    REPRODUCED("reproduced"),
    /** With constants that were fitted; where to, the row's source says. */
    CALIBRATED("calibrated"),
    /** Shown, not enforced. */
    GOAL("goal");

    private final String key;

    EvidenceClass(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public boolean isEnforced() {
        return this != GOAL;
    }
}
