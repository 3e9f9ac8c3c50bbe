package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.hardware.Processor;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.timing.Engine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Is any answer a table of answers? Every number of a processor is changed, one at a time, and time and energy must follow, by a plausible
 * amount: strictly within the ratios, changed over unchanged; or exactly the same, where one is given.
 */
class PerturbedProcessorsTest {
    private static final String OF_ENERGY = "energy:";

    private record Cost(double seconds, double joules) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            titan-x-maxwell | alexnet-owt 128       |                                                    | clock=2150 MHz                            | 0.5..0.95   | 0.9..1
            titan-x-maxwell | alexnet-owt 128       |                                                    | cores=48                                  | 0.5..0.95   | 0.9..1
            titan-x-maxwell | alexnet-owt 128       |                                                    | lanes=256                                 | 0.5..0.95   | 0.9..1
            titan-x-maxwell | alexnet-owt 128       |                                                    | macs-per-lane-cycle.fp32=2                | 0.5..0.95   | 0.81..0.97
            titan-x-maxwell | alexnet-owt 128       | macs-per-lane-cycle.fp16=1 ; energy:mac.fp16=42 pJ | precision=fp16                            | 0.5..0.95   | 0.5..0.95
            titan-x-maxwell | alexnet-owt 128       |                                                    | registers=64 KiB                          | 1.07..1.39  | 1.04..1.24
            titan-x-maxwell | alexnet-owt 128       |                                                    | caches.shared.capacity=16 KiB             | 1.07..1.39  | 1.04..1.22
            titan-x-maxwell | alexnet-owt 128       |                                                    | caches.shared.bandwidth=800 GB/s          | 1.47..3.4   | 1.27..2.38
            titan-x-maxwell | resnet18 1            |                                                    | caches.l2.capacity=64 KiB                 | 1.006..1.04 | 1.009..1.05
            titan-x-maxwell | alexnet-owt 128       |                                                    | caches.l2.capacity=1 GiB                  | 0.5..0.92   | 0.53..0.92
            titan-x-maxwell | alexnet-owt 128       |                                                    | caches.l2.bandwidth=200 GB/s              | 1.21..2.09  | 1.12..1.62
            titan-x-maxwell | alexnet-owt 128       |                                                    | caches.l2.sector=256 B                    | 1.03..1.2   | 1.024..1.13
            titan-x-maxwell | alexnet-owt 1         |                                                    | dram.bandwidth=168 GB/s                   | 1.18..2.01  | 1.13..2
            titan-x-maxwell | alexnet-owt 128       |                                                    | dram.efficiency=0.4                       | 1.05..1.27  | 1.03..1.16
            titan-x-maxwell | alexnet-owt 128       |                                                    | dram.write-efficiency=0.3                 | 1.08..1.42  | 1.04..1.24
            titan-x-maxwell | alexnet-owt 1         |                                                    | dram.core-bandwidth=5 GB/s                | 1.23..2.2   | 1.18..1.91
            titan-x-maxwell | alexnet-owt 128       |                                                    | dram.resident=[input, output]             | 0.6..0.93   | 0.62..0.94
            titan-x-maxwell | alexnet-owt 1         |                                                    | launch=50 us                              | 1.24..2.21  | 1.18..1.91
            titan-x-maxwell | alexnet-owt 128       |                                                    | matrix-product.tiles=[32x32]              | 1.06..1.33  | 1.04..1.23
            titan-x-maxwell | alexnet-owt 128       |                                                    | matrix-product.register-tile=4x4          | 1.1..1.54   | 1.06..1.35
            titan-x-maxwell | resnet18 1            |                                                    | matrix-product.edges=cut                  | 0.88..0.98  | 0.94..0.99
            titan-x-maxwell | alexnet-owt 128       |                                                    | matrix-product.depth=32                   | 0.96..0.994 | 0.986..0.998
            titan-x-maxwell | alexnet-owt 128       |                                                    | matrix-product.step-latency=1400 cycles   | 1.1..1.51   | 1.05..1.3
            titan-x-maxwell | resnet18 1            |                                                    | matrix-product.tile-latency=24000 cycles  | 1.04..1.23  | 1.03..1.19
            titan-x-maxwell | alexnet-owt 128       |                                                    | matrix-product.issue-efficiency=0.44      | 1.19..2     | 1.11..2
            titan-x-maxwell | alexnet-owt 128       |                                                    | matrix-product.gather-efficiency=0.2      | 1.2..4.5    | 1.1..4.5
            titan-x-maxwell | alexnet-owt 128       |                                                    | matrix-product.packing-bandwidth=10 GB/s  | 1.2..3      | 1.1..3
            titan-x-maxwell | resnet18 1            | algorithm=gemm                                     | matrix-product.splits-below=0             | 1.22..2.15  | 1.16..1.82
            titan-x-maxwell | alexnet-owt 1         |                                                    | vector-product.efficiency=0.4             | 1.19..1.98  | 1.14..1.74
            titan-x-maxwell | alexnet-owt 1         |                                                    | vector-product.core-rate=1 word/cycle     | 1.3..2.55   | 1.23..2.17
            titan-x-maxwell | alexnet-owt 128       |                                                    | algorithm=gemm                            | 2.04..6.23  | 1.79..4.97
            titan-x-maxwell | alexnet-owt 128       |                                                    | algorithms=[direct]                       | 1.25..2.29  | 1.29..2.49
            titan-x-maxwell | resnet18 128          | algorithms=[direct]                                | algorithms=[direct, winograd]             | 0.33..0.88  | 0.32..0.86
            titan-x-maxwell | alexnet 1             |                                                    | groups=together                           | 0.63..0.94  | 0.71..0.95
            titan-x-maxwell | alexnet-owt 128       |                                                    | bias=fused                                | 0.81..0.97  | 0.85..0.974
            titan-x-maxwell | alexnet-owt 128       |                                                    | fuses=[relu]                              | 0.81..0.97  | 0.86..0.975
            titan-x-maxwell | alexnet-compressed 1  |                                                    | zero-weights=skip                         | 0.35..0.89  | 0.33..0.87
            titan-x-maxwell | alexnet-compressed 64 | zero-weights=skip                                  | sparse-product.gathers=false              | 0.3..0.85   | 0.35..0.89
            titan-x-maxwell | alexnet-compressed 64 | zero-weights=skip                                  | sparse-product.cores=1                    | 4.79..19.99 | 3.67..14.38
            titan-x-maxwell | alexnet-compressed 1  | zero-weights=skip                                  | sparse-product.efficiency=0.4             | 1.05..1.3   | 1.04..1.24
            titan-x-maxwell | alexnet-compressed 1  | zero-weights=skip                                  | sparse-product.cycles-per-nonzero=10      | 1.57..3.86  | 1.46..3.32
            titan-x-maxwell | alexnet-compressed 64 | zero-weights=skip                                  | sparse-product.cycles-per-mac=10          | 2.91..10.58 | 2.34..7.75
            titan-x-maxwell | alexnet-owt 128       |                                                    | power.idle=60 W                           | 1           | 1.05..1.26
            titan-x-maxwell | alexnet-owt 128       |                                                    | power.limit=100 W                         | 1           | 0.23..0.79
            titan-x-maxwell | alexnet-owt 128       |                                                    | energy:mac.fp32=84 pJ                     | 1           | 1.03..2
            titan-x-maxwell | alexnet-owt 128       |                                                    | energy:dram=1280 pJ                       | 1           | 1.03..2
            titan-x-maxwell | alexnet-owt 1         |                                                    | energy:dram=1280 pJ                       | 1           | 1.05..2
            titan-x-maxwell | alexnet-owt 128       |                                                    | energy:clock=66 pJ                        | 1           | 1.06..2
            titan-x-maxwell | alexnet-owt 128       |                                                    | energy:vector-operation=84 pJ             | 1           | 1.01..1.06
            titan-x-maxwell | alexnet-owt 128       |                                                    | energy:sram[1].energy=100 pJ              | 1           | 1.008..1.05
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | clock=5 GHz                               | 0.5..0.8    | 0.5..0.8
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | cores=32                                  | 0.5..0.8    | 0.5..0.8
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | lanes=16                                  | 0.5..0.8    | 0.5..0.8
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | macs-per-lane-cycle.fp32=4                | 0.5..0.8    | 0.5..0.8
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | caches.l1.bandwidth=100 GB/s              | 1.91..5.57  | 1.67..4.37
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | caches.l1.capacity=1 MiB                  | 1           | 1.009..1.05
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | caches.l2.bandwidth=100 GB/s              | 1.014..1.08 | 1.01..1.06
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | caches.l2.capacity=1 MiB                  | 1           | 1.001..1.009
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | caches.l3.bandwidth=100 GB/s              | 1.014..1.08 | 1.01..1.06
            xeon-e5-2698v3  | resnet18 4            |                                                    | caches.l3.capacity=1 MiB                  | 1.019..1.1  | 1.02..1.11
            xeon-e5-2698v3  | resnet18 4            |                                                    | caches.l3.sector=512 B                    | 1.008..1.05 | 1.013..1.07
            xeon-e5-2698v3  | alexnet-owt 1         |                                                    | dram.bandwidth=34 GB/s                    | 1.34..2.01  | 1.31..2
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | dram.efficiency=0.4                       | 1.006..1.04 | 1.004..1.023
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | dram.core-bandwidth=1 GB/s                | 1.014..1.08 | 1.01..1.06
            xeon-e5-2698v3  | alexnet-owt 1         |                                                    | launch=1 ms                               | 1.32..2.63  | 1.3..2.51
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | matrix-product.tiles=[16x24]              | 1.008..1.05 | 1.013..1.07
            xeon-e5-2698v3  | resnet18 1            |                                                    | matrix-product.edges=whole                | 1.03..1.17  | 1.024..1.13
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | matrix-product.step-latency=10000 cycles  | 1.024..1.13 | 1.016..1.09
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | matrix-product.tile-latency=100000 cycles | 1.03..1.19  | 1.025..1.13
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | matrix-product.issue-efficiency=0.35      | 1.39..2     | 1.28..2
            xeon-e5-2698v3  | alexnet-owt 1         |                                                    | vector-product.efficiency=0.8             | 0.37..0.8   | 0.37..0.8
            xeon-e5-2698v3  | resnet18 16           |                                                    | algorithm=winograd                        | 0.8..0.97   | 0.61..0.93
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | bias=kernel                               | 1.014..1.08 | 1.011..1.06
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | fuses=[]                                  | 1.014..1.08 | 1.011..1.06
            xeon-e5-2698v3  | alexnet-compressed 1  | zero-weights=skip                                  | sparse-product.cores=16                   | 0.15..0.73  | 0.33..0.87
            xeon-e5-2698v3  | alexnet-compressed 1  | zero-weights=skip                                  | sparse-product.cycles-per-nonzero=3.5     | 1.17..1.87  | 1.1..1.54
            xeon-e5-2698v3  | alexnet-compressed 64 | zero-weights=skip                                  | sparse-product.cycles-per-mac=2.9         | 1.25..2.26  | 1.12..1.63
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | power.idle=70 W                           | 1           | 1.03..1.16
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | power.limit=80 W                          | 1           | 0.26..0.81
            xeon-e5-2698v3  | alexnet-owt 128       |                                                    | energy:mac.fp32=220 pJ                    | 1           | 1.028..2
            """)
    void timeAndEnergy_follow(String machine, String run, String with, String change, String seconds, String joules) {
        Cost before = cost(machine, run, split(with));
        Cost after = cost(
                machine,
                run,
                Stream.concat(split(with).stream(), split(change).stream()).toList());
        check("seconds", after.seconds() / before.seconds(), seconds);
        check("joules", after.joules() / before.joules(), joules);
    }

    private static void check(String name, double ratio, String expected) {
        int middle = expected.indexOf("..");
        if (middle < 0) {
            assertThat(ratio).as(name).isEqualTo(Double.parseDouble(expected));
        } else {
            assertThat(ratio)
                    .as(name)
                    .isStrictlyBetween(
                            Double.parseDouble(expected.substring(0, middle)),
                            Double.parseDouble(expected.substring(middle + 2)));
        }
    }

    private static List<String> split(String changes) {
        return changes == null ? List.of() : List.of(changes.split(" *; *"));
    }

    /** @param run a network and a batch */
    private static Cost cost(String name, String run, List<String> changes) {
        Processor machine = Configured.processor(
                name,
                changes.stream().filter(change -> !change.startsWith(OF_ENERGY)).toArray(String[]::new));
        String[] ofTable = changes.stream()
                .filter(change -> change.startsWith(OF_ENERGY))
                .map(change -> change.substring(OF_ENERGY.length()))
                .toArray(String[]::new);
        String[] networkAndBatch = run.split(" ");
        Totals totals = Simulator.run(new RunRequest(
                        machine,
                        Configured.network(networkAndBatch[0]),
                        Configured.energyTable(machine.energyTable(), ofTable),
                        Integer.parseInt(networkAndBatch[1]),
                        GivenMappings.NONE,
                        Objective.DEFAULT,
                        Engine.FAST,
                        1))
                .totals();
        return new Cost(
                (double) totals.cycles() / machine.clockHertz(), totals.energy().total());
    }
}
