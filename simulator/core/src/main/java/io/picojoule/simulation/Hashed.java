package io.picojoule.simulation;

import org.jspecify.annotations.Nullable;

/** A value with many parts as part of keys: it is hashed once, and compared part by part only with values of the same hash. */
final class Hashed<T> {
    private final T value;
    private final int hash;

    Hashed(T value) {
        this.value = value;
        this.hash = value.hashCode();
    }

    T value() {
        return value;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // Most are the same object.
    public boolean equals(@Nullable Object object) {
        return object instanceof Hashed<?> other
                && (value == other.value || hash == other.hash && value.equals(other.value));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
