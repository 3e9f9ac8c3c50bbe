package io.picojoule.sweep.sampling;

/** A set of numbers that takes 11 to 22 bytes of memory for each; open addressing, linear probing. Not thread safe. */
final class LongSet {
    private static final int SMALLEST = 16;

    private long[] slots = new long[SMALLEST];
    private int size;
    private boolean hasZero;

    /** Whether it was not there yet. */
    boolean add(long value) {
        if (value == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        int slot = slotOf(value, slots);
        if (slots[slot] == value) {
            return false;
        }
        slots[slot] = value;
        size++;
        if (size > slots.length / 4 * 3) {
            grow();
        }
        return true;
    }

    long size() {
        return (hasZero ? 1L : 0L) + size;
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(slots.length, 2)];
        for (long value : slots) {
            if (value != 0) {
                larger[slotOf(value, larger)] = value;
            }
        }
        slots = larger;
    }

    /** Where a value is, or would be: an empty slot is 0. */
    private static int slotOf(long value, long[] slots) {
        int mask = slots.length - 1;
        int slot = (int) Mix.bits(0, value) & mask;
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
