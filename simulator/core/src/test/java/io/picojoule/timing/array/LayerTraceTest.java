package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.timing.Cause;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace.Pass;
import io.picojoule.timing.LayerTrace.Service;
import io.picojoule.timing.PassTiming.BusUse;
import io.picojoule.timing.Resource;
import io.picojoule.timing.Transfer;
import io.picojoule.timing.array.detailed.DetailedArray;
import io.picojoule.timing.array.fast.FastArray;
import io.picojoule.workload.Operand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * Is what a trace hears true? The engine that clocks every part and the one that computes tell the same events, and they add up to the timing.
 */
class LayerTraceTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = Integer.getInteger("picojoule.cases", 600);
    private static final List<Resource> BUSES =
            List.of(Resource.INPUT_BUS, Resource.WEIGHT_BUS, Resource.PARTIAL_SUM_IN_BUS, Resource.PARTIAL_SUM_OUT_BUS);

    /** A case with what the fast engine finds and tells of it. */
    private record Told(ArrayJob job, String name, LayerTiming timing, Recording trace) {}

    private interface Question {
        void ask(Told told);
    }

    private static void forAll(Question question) {
        RandomCases cases = new RandomCases(SEED);
        for (int number = 0; number < CASES; number++) {
            RandomCase generated = cases.make(number);
            Recording trace = new Recording();
            LayerTiming timing = new FastArray(generated.job().machine()).timeLayer(generated.job(), trace);
            question.ask(new Told(generated.job(), generated.description(), timing, trace));
        }
    }

    private static <T> long sum(List<T> events, ToLongFunction<T> value) {
        return events.stream().mapToLong(value).sum();
    }

    private static long length(Service service) {
        return service.end() - service.start();
    }

    private static long busyCycles(Pass pass, Resource bus) {
        BusUse use = pass.timing().buses().get(bus);
        return use == null ? 0 : use.busyCycles();
    }

    @Test
    void theEngines_tellTheSameEvents() {
        forAll(told -> {
            Recording detailed = new Recording();
            DetailedArray.run(told.job(), detailed);
            assertThat(told.trace().events).as(told.name()).isEqualTo(detailed.events);
        });
    }

    @Test
    void listening_changesNothing() {
        forAll(told -> assertThat(told.timing()).as(told.name()).isEqualTo(FastArray.time(told.job())));
    }

    @Test
    void passes_followOneAnother_andAreTheLayers() {
        forAll(told -> {
            long end = 0;
            for (Pass pass : told.trace().passes) {
                assertThat(pass.start()).as(told.name()).isGreaterThanOrEqualTo(end);
                end = pass.end();
            }
            assertThat(end).as(told.name()).isLessThanOrEqualTo(told.timing().cycles());
            List<Pass> passes = told.trace().passes;
            assertThat(passes).as(told.name()).hasSize((int) told.timing().passes());
            assertThat(sum(passes, pass -> pass.timing().cycles()))
                    .as(told.name())
                    .isEqualTo(told.timing().computeCycles());
            assertThat(sum(passes, pass -> pass.geometry().macs()))
                    .as(told.name())
                    .isEqualTo(told.job().passes().nest().macs());
            for (Cause cause : Cause.values()) {
                if (cause != Cause.DRAM && cause != Cause.IMBALANCE) {
                    assertThat(sum(passes, pass -> pass.timing().elementCycles(cause)))
                            .as(cause + " of " + told.name())
                            .isEqualTo(told.timing().elementCycles().getOrDefault(cause, 0L));
                }
            }
        });
    }

    @Test
    void whatElementsDo_isTheWholePass() {
        forAll(told -> {
            for (Pass pass : told.trace().passes) {
                long all = pass.timing().elementCycles().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                assertThat(all)
                        .as(told.name())
                        .isEqualTo(pass.timing().cycles() * pass.geometry().activeElements());
            }
        });
    }

    @Test
    void buses_workWithinTheirPass_andAsOftenAsTheTimingSays() {
        forAll(told -> {
            for (Resource bus : BUSES) {
                assertThat(sum(told.trace().passes, pass -> busyCycles(pass, bus)))
                        .as(bus + " of " + told.name())
                        .isEqualTo(told.timing().busyCycles().getOrDefault(bus, 0L));
            }
            for (Pass pass : told.trace().passes) {
                for (BusUse use : pass.timing().buses().values()) {
                    assertThat(use.start()).as(told.name()).isBetween(0L, use.end() - 1);
                    assertThat(use.end())
                            .as(told.name())
                            .isLessThanOrEqualTo(pass.timing().cycles());
                    assertThat(use.busyCycles()).as(told.name()).isBetween(1L, use.end() - use.start());
                    assertThat(use.words()).as(told.name()).isGreaterThanOrEqualTo(use.busyCycles());
                }
            }
        });
    }

    @Test
    void theChannel_servesOneTransferAtATime_eachToItsEnd() {
        forAll(told -> {
            long end = 0;
            Map<Transfer, Long> left = new HashMap<>();
            for (Service service : told.trace().services) {
                assertThat(service.start()).as(told.name()).isBetween(end, service.end() - 1);
                end = service.end();
                long before =
                        left.getOrDefault(service.transfer(), service.transfer().cycles());
                assertThat(service.cyclesLeft()).as(told.name()).isEqualTo(before - length(service));
                left.put(service.transfer(), service.cyclesLeft());
            }
            assertThat(end).as(told.name()).isLessThanOrEqualTo(told.timing().cycles());
            assertThat(left.values()).as(told.name()).allMatch(cycles -> cycles == 0);
            assertThat(left.keySet())
                    .as(told.name())
                    .extracting(Transfer::number)
                    .doesNotHaveDuplicates();
            assertThat(sum(told.trace().services, LayerTraceTest::length))
                    .as(told.name())
                    .isEqualTo(told.timing().busyCycles().getOrDefault(Resource.DRAM, 0L));
        });
    }

    @Test
    void exposedTransfers_areThoseOfTheTiming_andNoPassRunsMeanwhile() {
        forAll(told -> {
            long exposed = 0;
            int next = 0;
            List<Pass> passes = told.trace().passes;
            for (Service service : told.trace().services) {
                if (service.transfer().exposed()) {
                    exposed += length(service);
                    while (next < passes.size() && passes.get(next).end() <= service.start()) {
                        next++;
                    }
                    assertThat(next == passes.size() || passes.get(next).start() >= service.end())
                            .as("array stands still in " + told.name())
                            .isTrue();
                }
            }
            assertThat(exposed).as(told.name()).isEqualTo(told.timing().exposedDramCycles());
        });
    }

    @Test
    void everyBit_thatCrossesDram_isInATransfer() {
        forAll(told -> {
            Map<Operand, Long> bits = new HashMap<>();
            told.trace().services.stream()
                    .map(Service::transfer)
                    .distinct()
                    .forEach(transfer -> bits.merge(transfer.operand(), transfer.bits(), Long::sum));
            Activity activity = told.timing().activity();
            for (Operand operand : List.of(Operand.INPUT, Operand.WEIGHT, Operand.OUTPUT)) {
                Action action = operand == Operand.OUTPUT ? Action.WRITE : Action.READ;
                assertThat(bits.getOrDefault(operand, 0L))
                        .as(operand + " of " + told.name())
                        .isEqualTo(activity.bits(action, operand, Level.DRAM));
            }
        });
    }
}
