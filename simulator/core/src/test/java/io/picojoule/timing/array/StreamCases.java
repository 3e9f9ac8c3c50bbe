package io.picojoule.timing.array;

import io.picojoule.hardware.Buses;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.LayerTiling;
import io.picojoule.hardware.MachineIdentity;
import io.picojoule.hardware.MemoryHierarchy;
import io.picojoule.hardware.OnChipBuffer;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.Streaming;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.RandomStreams;
import io.picojoule.mapping.StreamDataflow;
import io.picojoule.mapping.StreamLimits.Residence;
import io.picojoule.mapping.StreamSequence;
import io.picojoule.mapping.TileGrid;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.RandomNests;
import io.picojoule.workload.SplitMix;
import io.picojoule.workload.Subwords;
import io.picojoule.workload.WordWidths;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Generates small machines past whose arrays words stream, and layers on them. Each case depends on its seed and number only. */
final class StreamCases {
    private static final int MOST_MACS = 3_000;

    private final long seed;
    private final StreamDataflow dataflow;
    private final Interconnect interconnect;

    StreamCases(long seed, StreamDataflow dataflow, Interconnect interconnect) {
        this.seed = seed;
        this.dataflow = dataflow;
        this.interconnect = interconnect;
    }

    /** A generated job, and the layer's numbers before any of them share a word. */
    record Case(long seed, int number, LayerData layer, StreamJob job) {
        String description() {
            SpatialArray machine = job.machine();
            return "case " + number + " of seed " + seed + " (-Dpicojoule.seed=" + seed + " -Dpicojoule.case=" + number
                    + ")\n  array    " + machine.rows() + " x " + machine.columns() + " "
                    + machine.interconnect().key() + ", " + machine.streaming()
                    + "\n  buses    " + machine.buses()
                    + "\n  dram     " + machine.memory().dram() + " at " + machine.clockHertz() + " Hz"
                    + "\n  on chip  " + job.residence() + ", " + machine.memory()
                    + "\n  words    " + job.words() + ", values in a word "
                    + job.data().valuesPerWord()
                    + "\n  layer    " + layer.nest()
                    + "\n" + job.passes().mapping();
        }
    }

    Case make(int number) {
        SplitMix random = SplitMix.named(seed, dataflow.key() + "/" + interconnect.key() + "/" + number);
        RandomNests nests = new RandomNests(random.nextInt(1 << 30));
        LoopNest nest = nests.next();
        while (nest.macs() > MOST_MACS) {
            nest = nests.next();
        }
        LayerData layer = LayerData.synthetic(
                nest, random.nextInt(2) == 0, random.nextDouble(), 1, random.nextDouble(), "case/" + number, seed);
        Subwords subwords = Subwords.of(nest, random.nextInt(4) == 0 ? 2 : 1);
        LayerData data = subwords.pack(layer);
        nest = subwords.pack(nest);
        if (nest.isFullyConnected() && random.nextInt(2) == 0) {
            data = data.flattened();
            nest = nest.flattened();
        }
        SpatialArray machine = machine(random);
        StreamSequence passes = RandomStreams.of(dataflow, nest, machine, random);
        boolean held = machine.memory().weightsInGlobalBuffer();
        Residence residence = machine.streaming().cutsLayers()
                ? new Residence(true, held, true)
                : new Residence(random.nextInt(2) == 0, held && random.nextInt(2) == 0, random.nextInt(2) == 0);
        WordWidths widths = new WordWidths(
                1 + random.nextInt(32), 1 + random.nextInt(32), 1 + random.nextInt(64), 1 + random.nextInt(32));
        return new Case(
                seed,
                number,
                layer,
                new StreamJob(machine, passes, widths, data, transfers(passes.grid(), random), residence));
    }

    private SpatialArray machine(SplitMix random) {
        EnumSet<Operand> overlaps = EnumSet.noneOf(Operand.class);
        for (Operand operand : new Operand[] {Operand.INPUT, Operand.WEIGHT, Operand.OUTPUT}) {
            if (random.nextInt(2) == 0) {
                overlaps.add(operand);
            }
        }
        Dram dram = new Dram(
                1L << (12 + random.nextInt(26)),
                random.nextInt(3) == 0 ? 0 : random.nextInt(40),
                Dram.Compression.NONE,
                Set.of(),
                overlaps,
                Set.of(),
                random.nextInt(3) == 0 ? OptionalLong.of(1L << (4 + random.nextInt(18))) : OptionalLong.empty());
        Set<Operand> holds = random.nextInt(2) == 0
                ? Set.of(Operand.INPUT, Operand.PARTIAL_SUM)
                : Set.of(Operand.INPUT, Operand.PARTIAL_SUM, Operand.WEIGHT);
        MemoryHierarchy memory = new MemoryHierarchy(
                new OnChipBuffer(1 << 24, OptionalLong.empty(), holds),
                random.nextInt(2) == 0
                        ? Optional.of(new OnChipBuffer(1 << 20, OptionalLong.empty(), Set.of(Operand.WEIGHT)))
                        : Optional.empty(),
                dram);
        int rows = 1 + random.nextInt(7);
        int columns = 1 + random.nextInt(7);
        WordWidths words = new WordWidths(16, 16, 16, 16);
        boolean doubleBuffered = interconnect == Interconnect.SYSTOLIC && random.nextInt(2) == 0;
        return new SpatialArray(
                new MachineIdentity("test array", "", "", "", OptionalDouble.empty()),
                1 + random.nextInt(1_000_000_000),
                rows,
                columns,
                interconnect,
                dataflow.key(),
                words,
                words,
                new ProcessingElement(
                        8, 8, 8, OptionalInt.empty(), 0, random.nextInt(2) == 0 ? ZeroInputs.GATE : ZeroInputs.COMPUTE),
                interconnect == Interconnect.SYSTOLIC
                        ? Buses.edges(rows, columns)
                        : new Buses(width(random), width(random), width(random), width(random)),
                memory,
                new Streaming(
                        doubleBuffered,
                        LayerTiling.values()[random.nextInt(LayerTiling.values().length)],
                        Optional.empty()),
                Optional.empty(),
                Set.of(),
                "",
                Map.of());
    }

    private static int width(SplitMix random) {
        return 1 + random.nextInt(random.nextInt(2) == 0 ? 4 : 40);
    }

    /** Any sizes: how they come about is not the engines' business. */
    private static TransferSizes transfers(TileGrid grid, SplitMix random) {
        return new TransferSizes(
                sizes(grid.groups(), grid.patches(), grid.channels().count(), random),
                sizes(grid.groups(), grid.filters().count(), grid.patches(), random));
    }

    private static long[][][] sizes(int first, int second, int third, SplitMix random) {
        long[][][] sizes = new long[first][second][third];
        int bound = 1 << random.nextInt(13);
        for (long[][] plane : sizes) {
            for (long[] row : plane) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = random.nextInt(bound);
                }
            }
        }
        return sizes;
    }
}
