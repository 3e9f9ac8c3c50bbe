package io.picojoule.simulation;

import io.picojoule.search.SearchResult;
import io.picojoule.timing.BoundedMemory;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.array.fast.PassMemory;
import io.picojoule.workload.Network;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the many runs of a sweep have in common, worked out once: the tensors of a network, passes that take as long on one machine as on
 * another, equal layers on machines that differ in nothing that their timing depends on, equal searches. It forgets when it is full, and a
 * run has the same result with it and without it, whatever ran before or runs beside it. Thread safe.
 *
 * <p>A network is known again by being the same object.
 */
public final class SharedResults {
    /** Some 100 MB when all is full. */
    private static final int DEFAULT_ENTRIES = 1 << 16;

    private static final int NETWORKS = 32;
    /** The best of a search with their estimates take as much as so many timings. */
    private static final int SEARCH_SIZE = 8;

    private final PassMemory passes;
    private final BoundedMemory<LayerKey, LayerTiming> layers;
    private final BoundedMemory<SearchKey, SearchResult> searches;
    private final Map<NetworkKey, NetworkMemory> networks = new LinkedHashMap<>(16, 0.75F, true);

    public SharedResults() {
        this(DEFAULT_ENTRIES);
    }

    /** @param entries how many passes, and how many layers, are remembered, at about 1 KB each */
    public SharedResults(int entries) {
        this.passes = new PassMemory(entries);
        this.layers = new BoundedMemory<>(Math.max(1, entries / 2));
        this.searches = new BoundedMemory<>(Math.max(1, entries / SEARCH_SIZE));
    }

    private record NetworkKey(Network network, long seed) {
        @Override
        @SuppressWarnings("ReferenceEquality") // To compare all layers in every run would take too long.
        public boolean equals(Object object) {
            return object instanceof NetworkKey other && network == other.network && seed == other.seed;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(network) + Long.hashCode(seed);
        }
    }

    PassMemory passes() {
        return passes;
    }

    BoundedMemory<LayerKey, LayerTiming> layers() {
        return layers;
    }

    BoundedMemory<SearchKey, SearchResult> searches() {
        return searches;
    }

    /** What is known of the network that a request is about. */
    NetworkMemory network(RunRequest request) {
        synchronized (networks) {
            NetworkMemory memory = networks.computeIfAbsent(
                    new NetworkKey(request.network(), request.seed()), unseen -> new NetworkMemory());
            if (networks.size() > NETWORKS) {
                networks.remove(networks.keySet().iterator().next());
            }
            return memory;
        }
    }
}
