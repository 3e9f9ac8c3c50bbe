package io.picojoule.timing.sparse.detailed;

/** A ring of activations in front of an element. One slot stays free, so that a full ring is not taken for an empty one. */
final class ActivationQueue {
    private final int[] places;
    private final int[] values;
    private int head;
    private int tail;

    ActivationQueue(int slots) {
        this.places = new int[slots];
        this.values = new int[slots];
    }

    boolean isEmpty() {
        return head == tail;
    }

    boolean isFull() {
        return (tail + 1) % places.length == head;
    }

    void push(int place, int value) {
        places[tail] = place;
        values[tail] = value;
        tail = (tail + 1) % places.length;
    }

    /** The column of the next activation. */
    int place() {
        return places[head];
    }

    int value() {
        return values[head];
    }

    void pop() {
        head = (head + 1) % places.length;
    }
}
