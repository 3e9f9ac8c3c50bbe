package io.picojoule.hardware;

/**
 * A memory on the chip of a processor.
 *
 * @param capacityBytes of one of them: of a core's, if each core has its own
 * @param bytesPerSecond of all of them together, with all cores at work
 * @param sectorBytes that come at once, however few of them are wanted
 */
public record Cache(Place place, long capacityBytes, long bytesPerSecond, int sectorBytes) {

    /** Which one it is. */
    public enum Place {
        /** What a core's threads share and its program fills: shared memory, a local store. */
        SHARED("shared"),
        L1("l1"),
        L2("l2"),
        L3("l3");

        private final String key;

        Place(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    public Cache {
        if (capacityBytes < 1 || bytesPerSecond < 1 || sectorBytes < 1) {
            throw new IllegalArgumentException("Cache: capacity, bandwidth and sector must be at least 1");
        }
    }
}
