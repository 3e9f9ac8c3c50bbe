package io.picojoule.report;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.Breakdowns;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Buses;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.MachineIdentity;
import io.picojoule.hardware.MemoryHierarchy;
import io.picojoule.hardware.OnChipBuffer;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.Loop;
import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.Place;
import io.picojoule.search.Objective;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.Roofline;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SkippedLayer;
import io.picojoule.timing.Cause;
import io.picojoule.timing.Engine;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.Resource;
import io.picojoule.workload.Convolution;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.FullyConnected;
import io.picojoule.workload.Layer;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Pooling;
import io.picojoule.workload.Shape;
import io.picojoule.workload.Window;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Runs made by hand: two convolutions, of which the second has {@link #HOSTILE} for a name, a pool, and a layer that does not fit. */
public final class SampleRuns {
    public static final String HOSTILE = "<script>alert(1)</script>";
    public static final int BATCH = 4;
    public static final String REASON = "weights of 72.0 MiB > 8 KiB of \"weight-buffer\"";

    private static final long CLOCK = 200_000_000;
    private static final int ELEMENTS = 100;

    private SampleRuns() {}

    /** The run with everything that a report says beside it. */
    public static Report report() {
        return new Report(run(EnergyTable.Unit.PICOJOULE), provenance(), 4, List.of(), "Nothing is published.");
    }

    public static Report normalised() {
        return new Report(run(EnergyTable.Unit.MAC), provenance(), 4, List.of(), "Nothing is published.");
    }

    public static Provenance provenance() {
        return new Provenance(
                "0.1.0",
                "sha256:aaaa",
                "sha256:bbbb",
                "sha256:cccc",
                Optional.empty(),
                Objective.EDP,
                "pj run chip net --batch 4",
                List.of(
                        new SourcedValue("clock", "200 MHz", "JSSC 52(1) 2017, Table IV"),
                        new SourcedValue("processing-element.fifo", "4 words", "assumed"),
                        new SourcedValue("memory.dram.bandwidth", "480 MB/s", "64 bit & 60 MHz <link>")),
                List.of(new SourcedValue("layers[conv1].filters", "96", "Caffe")),
                List.of(new SourcedValue("dram", "640 pJ", "Horowitz 2014")));
    }

    public static RunResult run(EnergyTable.Unit unit) {
        Network network = network();
        List<LayerResult> layers = new ArrayList<>();
        layers.add(layer(network.layers().get(0), 3_300_000, 900_000, Resource.COMPUTE));
        layers.add(layer(network.layers().get(2), 7_840_000, 540_000, Resource.PARTIAL_SUM_OUT_BUS));
        return new RunResult(
                machine(),
                network,
                BATCH,
                1,
                Engine.FAST,
                energyTable(unit),
                layers,
                List.of(
                        new SkippedLayer(network.layers().get(1), false, "no unit for max-pool"),
                        new SkippedLayer(network.layers().get(3), true, REASON)),
                List.of());
    }

    public static Network network() {
        List<Layer> layers = List.of(
                new Convolution(LayerCommon.named("conv1"), 96, Window.square(11, 4, 0), 1, true),
                new Pooling(LayerCommon.named("pool1"), Pooling.Kind.MAX, Window.square(3, 2, 0), true),
                new Convolution(LayerCommon.named(HOSTILE), 256, Window.square(5, 1, 2), 2, true),
                new FullyConnected(LayerCommon.named("fc6"), 4096, true));
        return Network.resolve("net", "a net", "made up", new Shape(3, 227, 227), layers)
                .network();
    }

    /** A layer of {@link #network} or the like that took {@code cycles}, of which {@code exposed} for DRAM alone. */
    public static LayerResult layer(NetworkLayer layer, long cycles, long exposed, Resource bound) {
        LoopNest nest = layer.loopNest(BATCH).orElseThrow();
        Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        causes.put(Cause.DRAM, exposed * ELEMENTS);
        causes.put(Cause.WEIGHT_LOAD, cycles / 50 * ELEMENTS);
        causes.put(Cause.INPUT_BUS, cycles / 20 * ELEMENTS);
        causes.put(Cause.ACCUMULATE, cycles / 25 * ELEMENTS);
        causes.put(Cause.BUSY, (cycles - exposed - cycles / 50 - cycles / 20 - cycles / 25) * ELEMENTS);
        Map<Resource, Long> busy = new EnumMap<>(Resource.class);
        busy.put(Resource.COMPUTE, cycles / 2);
        busy.put(Resource.DRAM, exposed);
        busy.put(bound, cycles / 4 * 3);
        Activity activity = new Activity.Builder()
                .macs(nest.macs(), nest.macs() / 3)
                .cycles(cycles, ELEMENTS)
                .words(Action.READ, Operand.INPUT, Level.SCRATCHPAD, nest.macs(), 16)
                .words(Action.READ, Operand.WEIGHT, Level.SCRATCHPAD, nest.macs() * 2 / 3, 16)
                .words(Action.WRITE, Operand.PARTIAL_SUM, Level.SCRATCHPAD, nest.macs(), 16)
                .words(Action.READ, Operand.WEIGHT, Level.NETWORK, nest.macs() / 60, 16)
                .words(Action.READ, Operand.INPUT, Level.GLOBAL_BUFFER, nest.inputWords() * 3, 16)
                .words(Action.READ, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, nest.outputWords() * 2, 16)
                .words(Action.WRITE, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, nest.outputWords() * 3, 16)
                .words(Action.READ, Operand.OUTPUT, Level.GLOBAL_BUFFER, nest.outputWords(), 16)
                .words(Action.READ, Operand.INPUT, Level.DRAM, nest.inputWords(), 16)
                .words(Action.READ, Operand.WEIGHT, Level.DRAM, nest.weightWords(), 16)
                .bits(Action.WRITE, Operand.OUTPUT, Level.DRAM, nest.outputWords() * 9 + 1)
                .build();
        LayerTiming timing = new LayerTiming(cycles, cycles - exposed, exposed, ELEMENTS, 12, causes, busy, activity);
        double operations = 2.0 * nest.macs();
        Roofline roofline = new Roofline(
                2.0 * ELEMENTS * CLOCK * 2,
                operations / ((double) cycles / CLOCK),
                operations * 8 / activity.bits(Level.DRAM),
                operations * 8 / activity.bits(Level.GLOBAL_BUFFER),
                480e6,
                3.6e9);
        Mapping mapping = new Mapping(
                "row-stationary",
                nest,
                List.of(
                        new Loop(Place.DRAM, Dimension.M, nest.m(), 64),
                        new Loop(Place.COLUMNS, Dimension.P, 7, 1),
                        new Loop(Place.SCRATCHPAD, Dimension.S, nest.s(), 1)));
        return new LayerResult(
                layer,
                nest.macs(),
                new WordWidths(16, 16, 16, 16),
                1,
                timing,
                Breakdowns.of(activity),
                roofline,
                Optional.of(mapping),
                "given",
                Optional.empty(),
                Optional.empty(),
                0);
    }

    public static SpatialArray machine() {
        return new SpatialArray(
                new MachineIdentity("chip", "a chip", "JSSC", "65 nm", OptionalInt.of(2016), OptionalDouble.of(10)),
                CLOCK,
                20,
                10,
                Interconnect.MULTICAST,
                "row-stationary",
                new WordWidths(16, 16, 16, 16),
                new ProcessingElement(12, 224, 24, OptionalInt.empty(), 4, ZeroInputs.GATE),
                new Buses(1, 4, 4, 4),
                new MemoryHierarchy(
                        new OnChipBuffer(102_400, OptionalLong.of(4096), Set.of(Operand.INPUT, Operand.PARTIAL_SUM)),
                        Optional.of(new OnChipBuffer(8192, OptionalLong.empty(), Set.of(Operand.WEIGHT))),
                        new Dram(
                                480_000_000,
                                0,
                                Dram.Compression.RUN_LENGTH,
                                Set.of(Operand.INPUT),
                                Set.of(Operand.WEIGHT))),
                Optional.empty(),
                Set.of("relu"),
                "table",
                Map.of());
    }

    public static EnergyTable energyTable(EnergyTable.Unit unit) {
        return new EnergyTable(
                "table",
                "a table",
                "made up",
                "65 nm",
                unit,
                16,
                Map.of("int16", 0.8),
                List.of(new EnergyTable.SramPoint(512, 1)),
                Map.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                1,
                1,
                160,
                0.5,
                2.1,
                0);
    }
}
