package io.picojoule.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.hardware.CustomLoops;
import io.picojoule.hardware.LayerTiling;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.Streaming;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.SplitMix;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A dataflow that a file writes out: taps down the rows beside channels, pixels of a row and filters across, weights waiting. */
class CustomDataflowTest extends StreamContract {
    @Override
    StreamDataflow dataflow() {
        return new CustomDataflow();
    }

    @Override
    List<String> interconnects() {
        return List.of("multicast", "adder-tree");
    }

    @Override
    List<String> varied(SplitMix random) {
        List<String> sets = super.varied(random);
        sets.add("loops={rows: [c, r.s], columns: [m, q], stream: n.p, stationary: weight}");
        return sets;
    }

    private static SpatialArray machine(String interconnect, CustomLoops loops) {
        SpatialArray machine = Configured.machine("eyeriss", "array.interconnect=" + interconnect);
        return new SpatialArray(
                        machine.identity(),
                        machine.clockHertz(),
                        machine.rows(),
                        machine.columns(),
                        machine.interconnect(),
                        "custom",
                        machine.words(),
                        machine.precision(),
                        machine.processingElement(),
                        machine.buses(),
                        machine.memory(),
                        new Streaming(false, LayerTiling.BUFFERS, Optional.of(loops)),
                        machine.vectorUnit(),
                        machine.fuses(),
                        machine.energyTable(),
                        machine.mappings())
                .withDataflow("custom");
    }

    private static CustomLoops loops(List<Dimension> columns, List<Dimension> stream, Optional<Operand> stationary) {
        return new CustomLoops(
                List.of(List.of(Dimension.C, Dimension.R, Dimension.S)),
                List.of(columns),
                stream,
                List.of(),
                stationary);
    }

    private static final List<Dimension> PIXELS = List.of(Dimension.N, Dimension.P, Dimension.Q);
    private static final List<Dimension> FILTERS = List.of(Dimension.M);

    @Test
    void withoutLoops_itIsNone() {
        assertThat(new CustomDataflow().obstacle(Configured.machine("eyeriss")))
                .contains("the machine writes out no custom dataflow: 'loops' is wanted");
    }

    @Test
    void loopsThatAreNoDataflow_sayWhy() {
        assertThat(new CustomDataflow()
                        .obstacle(machine("multicast", loops(FILTERS, PIXELS, Optional.of(Operand.INPUT)))))
                .contains("the custom dataflow is none: StreamRule: no input waits while n.p.q streams");
    }

    @Test
    void aSystolicArray_keepsOneOperand_andHandsTheOthersOn() {
        assertThat(new CustomDataflow()
                        .obstacle(machine("systolic", loops(FILTERS, PIXELS, Optional.of(Operand.WEIGHT)))))
                .isEmpty();
        assertThat(new CustomDataflow().obstacle(machine("systolic", loops(FILTERS, PIXELS, Optional.empty()))))
                .contains("a systolic array keeps one operand in its elements, and this dataflow none");
        CustomLoops across = new CustomLoops(
                List.of(FILTERS),
                List.of(List.of(Dimension.C, Dimension.R, Dimension.S)),
                PIXELS,
                List.of(),
                Optional.of(Operand.WEIGHT));
        assertThat(new CustomDataflow().obstacle(machine("systolic", across)))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith(
                                "on a systolic array what streams in at the rows must not differ along the columns"));
    }

    @Test
    void weightStationaryWrittenOut_hasTheMappingsOfWeightStationary() {
        SpatialArray custom = machine("systolic", loops(FILTERS, PIXELS, Optional.of(Operand.WEIGHT)));
        LoopNest nest = new LoopNest(2, 1, 8, 4, 6, 6, 3, 3, 1, 1, 1, 6, 6, 1, 1);
        assertThat(Candidates.of(new CustomDataflow(), nest, custom))
                .extracting(Mapping::toString)
                .isNotEmpty()
                .isEqualTo(
                        Candidates.of(new WeightStationary(), nest, custom.withDataflow("weight-stationary")).stream()
                                .map(Mapping::toString)
                                .toList());
    }
}
