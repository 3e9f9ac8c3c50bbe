package io.picojoule.mapping;

/** Where a loop of a mapping runs, from far to near. */
public enum Place {
    /** Each iteration fetches new tiles from DRAM. */
    DRAM("dram"),
    /** Each iteration is a pass: tiles stay in the buffer, the array gets new ones. */
    GLOBAL_BUFFER("global-buffer"),
    /** Side by side along the accumulation chain. */
    ROWS("rows"),
    /** Side by side across chains. */
    COLUMNS("columns"),
    /** One after another in a processing element. */
    SCRATCHPAD("scratchpad");

    private final String key;

    Place(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** Whether iterations run at the same time. */
    public boolean isSpatial() {
        return this == ROWS || this == COLUMNS;
    }
}
