package io.picojoule.timing.array;

import io.picojoule.mapping.Tiling;
import io.picojoule.timing.BoundedMemory;
import io.picojoule.workload.LayerData;
import java.util.function.Supplier;

/**
 * Sizes of the tiles of one layer that some mapping has cut it into, for the next that cuts it alike: counting what packed tiles take is
 * most of the work of timing a layer. Thread safe.
 */
public final class TransferMemory {
    private static final int TILINGS = 256;

    private final BoundedMemory<Key, long[][][]> known = new BoundedMemory<>(TILINGS);

    /** @param data of the layer, or of its flattened form: always the same object */
    private record Key(LayerData data, boolean isInput, int planes, int rows, int columns, int bits, boolean packs) {}

    /** @param planes tiles of channels, or of filters */
    long[][][] of(
            LayerData data,
            boolean isInput,
            Tiling planes,
            Tiling strips,
            Tiling columns,
            int bits,
            boolean packs,
            Supplier<long[][][]> otherwise) {
        Key key = new Key(data, isInput, planes.size(), strips.size(), columns.size(), bits, packs);
        return known.get(key, unseen -> otherwise.get());
    }
}
