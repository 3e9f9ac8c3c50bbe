package io.picojoule.timing.array;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.Passes;
import io.picojoule.timing.BoundedMemory;
import io.picojoule.workload.LayerData;

/** MACs of one layer, in batches of one size, that its zeros switch off: mappings that deal channels alike have as many. Thread safe. */
public final class GatedMemory {
    private static final int ENTRIES = 1024;

    private final BoundedMemory<Dealt, GatedMacs> known = new BoundedMemory<>(ENTRIES);

    /** All that they depend on; where words are not kept by rows, on the layer alone. */
    private record Dealt(LayerData form, ZeroInputs zeroInputs, int channels, int sets, int filterColumns) {}

    /** @param form the numbers of the nest of {@code passes}: for each form of the layer always the same object */
    public GatedMacs of(SpatialArray machine, Passes passes, LayerData form) {
        ZeroInputs zeroInputs = machine.processingElement().zeroInputs();
        Dealt dealt = passes instanceof PassSequence rows
                ? new Dealt(
                        form,
                        zeroInputs,
                        rows.channelGroups().size(),
                        rows.geometry(0, 0, 0, 0, 1).sets(),
                        rows.columnFolds().size())
                : new Dealt(form, zeroInputs, 0, 0, 0);
        return known.get(dealt, unseen -> GatedMacs.of(machine, passes, form));
    }
}
