package io.picojoule.timing;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was worked out, up to a fixed number of entries: of those that fall into one place the oldest makes room. What is
 * forgotten is worked out again, so it changes nothing but time. Thread safe, without locks: two threads that ask for the same at once may
 * both work it out.
 */
public final class BoundedMemory<K, V> {
    /** Entries that share a place. */
    private static final int WAYS = 4;

    private final AtomicReferenceArray<@Nullable Entry<K, V>> entries;
    private final int places;

    private record Entry<K, V>(int hash, K key, V value) {}

    /** @param most entries; rounded up to a power of two */
    public BoundedMemory(int most) {
        if (most < 1 || most > 1 << 28) {
            throw new IllegalArgumentException("BoundedMemory: 1 to 2^28 entries, not " + most);
        }
        int size = Math.max(WAYS, Integer.highestOneBit(most - 1) << 1);
        this.entries = new AtomicReferenceArray<>(size);
        this.places = size / WAYS;
    }

    /** The value of the key: remembered, else worked out and remembered. */
    public V get(K key, Function<? super K, ? extends V> otherwise) {
        V known = find(key);
        if (known != null) {
            return known;
        }
        V value = otherwise.apply(key);
        put(key, value);
        return value;
    }

    /** The value of the key, if it is remembered. */
    public @Nullable V find(K key) {
        int hash = spread(key.hashCode());
        int first = (hash & places - 1) * WAYS;
        for (int way = first; way < first + WAYS; way++) {
            Entry<K, V> entry = entries.get(way);
            if (entry != null && entry.hash == hash && entry.key.equals(key)) {
                return entry.value;
            }
        }
        return null;
    }

    /** Remembers the value of a key, and may forget that of another. */
    public void put(K key, V value) {
        int hash = spread(key.hashCode());
        int first = (hash & places - 1) * WAYS;
        for (int way = first + WAYS - 1; way > first; way--) {
            entries.set(way, entries.get(way - 1));
        }
        entries.set(first, new Entry<>(hash, key, value));
    }

    /** Hashes of records differ mostly in few bits. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
