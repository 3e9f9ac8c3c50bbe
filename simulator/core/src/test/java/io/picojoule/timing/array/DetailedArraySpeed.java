package io.picojoule.timing.array;

import io.picojoule.hardware.Buses;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.RowStationary;
import io.picojoule.mapping.RowStationaryParameters;
import io.picojoule.timing.array.detailed.DetailedArray;
import io.picojoule.timing.array.detailed.DetailedRun;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Measures the detailed engine on layers of AlexNet on an array like Eyeriss. A main program, not a test. */
public final class DetailedArraySpeed {
    private DetailedArraySpeed() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4;
        measure(
                "CONV3",
                new LoopNest(1, 1, 384, 256, 13, 13, 3, 3, 1, 1, 1, 13, 13, 1, 1),
                new RowStationaryParameters(64, 1, 13, 16, 3, 2, 2),
                rounds);
        measure(
                "CONV1",
                new LoopNest(1, 1, 96, 3, 55, 55, 11, 11, 4, 4, 1, 227, 227, 0, 0),
                new RowStationaryParameters(96, 1, 7, 16, 1, 1, 2),
                rounds);
        measure(
                "1x1",
                new LoopNest(1, 1, 128, 64, 28, 28, 1, 1, 1, 1, 1, 28, 28, 0, 0),
                new RowStationaryParameters(64, 1, 14, 16, 4, 4, 3),
                rounds);
    }

    private static void measure(String name, LoopNest nest, RowStationaryParameters parameters, int rounds) {
        SpatialArray machine = eyeriss();
        PassSequence passes = new PassSequence(RowStationary.mapping(nest, parameters));
        LayerData data = LayerData.synthetic(nest, false, 0.6, 1, 0.5, name, 1);
        TransferSizes transfers = Transfers.of(passes.grid(), machine.memory().dram(), machine.words(), data);
        ArrayJob job = new ArrayJob(machine, passes, machine.words(), data, transfers);
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            DetailedRun run = DetailedArray.run(job);
            double seconds = (System.nanoTime() - start) * 1e-9;
            System.out.printf(
                    Locale.ROOT,
                    "%s %.3f s, %.0f M MAC/s, %.1f M cycles/s%n",
                    name,
                    seconds,
                    nest.macs() / seconds * 1e-6,
                    run.timing().computeCycles() / seconds * 1e-6);
        }
    }

    private static SpatialArray eyeriss() {
        return TestArrays.of(
                200_000_000,
                new ProcessingElement(12, 224, 24, OptionalInt.empty(), 4, ZeroInputs.GATE),
                new Buses(1, 4, 4, 4),
                TestArrays.memory(TestArrays.dram(400_000_000, 0, Set.of(Operand.WEIGHT))));
    }
}
