package io.picojoule.report.trace;

import io.picojoule.report.Binding;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunTrace;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.PassTiming.BusUse;
import io.picojoule.timing.Resource;
import io.picojoule.timing.Transfer;
import io.picojoule.workload.Operand;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * The events of one layer. Once its share of the file is used up, the rest of the layer becomes one event a lane, from where the lane is to the
 * layer's end; whatever is shown, each lane adds up to the layer.
 */
final class LayerEvents implements RunTrace.Course {
    private static final List<Resource> BUSES =
            List.of(Resource.WEIGHT_BUS, Resource.INPUT_BUS, Resource.PARTIAL_SUM_IN_BUS, Resource.PARTIAL_SUM_OUT_BUS);
    private static final int BITS_PER_BYTE = 8;

    private final TraceWriter writer;
    private final LayerResult layer;
    private final LayerTiming timing;
    private final long layerEnd;
    private final long share;

    private long events;
    private boolean full;
    private long passes;
    private long passCycles;
    /** Of a layer of the vector unit. */
    private long repetitions;

    private long vectorOperations;
    /** Up to where the array's lane, and that of the channel, are written; of a layer of the vector unit, where a repetition begins. */
    private long arrayEnd;

    private long channelEnd;
    private long exposedCycles;
    /** Those of them in which the array has stood still since its last pass. */
    private long newlyExposedCycles;

    private final Map<Resource, Long> busyCycles = new EnumMap<>(Resource.class);

    /** @param share so many events, or some more, may be written */
    LayerEvents(TraceWriter writer, LayerResult layer, long startCycle, long share) {
        this.writer = writer;
        this.layer = layer;
        this.timing = layer.timing();
        this.layerEnd = startCycle + timing.cycles();
        this.share = share;
        this.arrayEnd = startCycle;
        this.channelEnd = startCycle;
        writer.event(Lane.LAYERS, layer.name(), startCycle, layerEnd, this::describe);
        events++;
    }

    private void describe(JsonGenerator args) {
        args.writeStringProperty("kind", layer.kind());
        args.writeNumberProperty("macs", layer.macs());
        args.writeNumberProperty("passes", timing.passes());
        args.writeNumberProperty("computeCycles", timing.computeCycles());
        args.writeNumberProperty("exposedDramCycles", timing.exposedDramCycles());
        args.writeNumberProperty("activeProcessingElements", timing.activeElements());
        Binding.of(layer).ifPresent(bound -> args.writeStringProperty("boundBy", bound.key()));
        args.writeStringProperty("mappingOrigin", layer.mappingOrigin());
    }

    long events() {
        return events;
    }

    boolean isShortened() {
        return full;
    }

    /** How many of its passes, or of its repetitions on the vector unit, are shown, in words. */
    String coverage() {
        return timing.passes() > 0
                ? passes + " of " + timing.passes() + " of " + layer.name()
                : repetitions + " steps of " + layer.name();
    }

    @Override
    public LayerTrace from(long startCycle) {
        cutVectorUnit(startCycle);
        return new LayerTrace() {
            @Override
            public void pass(Pass pass) {
                LayerEvents.this.pass(pass, startCycle);
            }

            @Override
            public void served(Service service) {
                LayerEvents.this.served(service, startCycle);
            }

            @Override
            public void operations(long start, long end, long count) {
                LayerEvents.this.operations(startCycle + start, startCycle + end, count);
            }
        };
    }

    /** A layer of the vector unit, whose repetitions are short, is cut between two of them; the first is always shown. */
    private void cutVectorUnit(long startCycle) {
        if (timing.passes() > 0 || full) {
            return;
        }
        full = repetitions > 0 && events >= share;
        arrayEnd = startCycle;
        repetitions += full ? 0 : 1;
    }

    /** @param origin the cycle of the run that is cycle 0 of the event */
    private void pass(LayerTrace.Pass pass, long origin) {
        full = full || events >= share;
        if (full) {
            return;
        }
        standstill(origin + pass.start());
        passes++;
        passCycles += pass.timing().cycles();
        arrayEnd = origin + pass.end();
        writer.event(
                Lane.ARRAY, "pass " + passes, origin + pass.start(), arrayEnd, args -> PassArguments.write(args, pass));
        events++;
        for (Resource bus : BUSES) {
            BusUse use = pass.timing().buses().get(bus);
            if (use != null) {
                bus(bus, use, origin + pass.start());
            }
        }
    }

    private void bus(Resource bus, BusUse use, long passStart) {
        busyCycles.merge(bus, use.busyCycles(), Long::sum);
        writer.event(Lane.of(bus), words(bus), passStart + use.start(), passStart + use.end(), args -> {
            args.writeNumberProperty("busyCycles", use.busyCycles());
            args.writeNumberProperty("words", use.words());
        });
        events++;
    }

    private static String words(Resource bus) {
        return switch (bus) {
            case WEIGHT_BUS -> "weights";
            case INPUT_BUS -> "inputs";
            default -> "partial sums";
        };
    }

    private void served(LayerTrace.Service service, long origin) {
        if (full && origin + service.start() >= arrayEnd) {
            return;
        }
        Transfer transfer = service.transfer();
        channelEnd = origin + service.end();
        long cycles = service.end() - service.start();
        busyCycles.merge(Resource.DRAM, cycles, Long::sum);
        if (transfer.exposed()) {
            exposedCycles += cycles;
            newlyExposedCycles += cycles;
        }
        writer.event(Lane.DRAM, words(transfer.operand()), origin + service.start(), channelEnd, args -> {
            args.writeNumberProperty("transfer", transfer.number());
            // Once a transfer, so that sums over events are right.
            if (service.cyclesLeft() == 0) {
                args.writeNumberProperty("bytes", (transfer.bits() + BITS_PER_BYTE - 1) / BITS_PER_BYTE);
            }
            args.writeNumberProperty("transferCycles", transfer.cycles());
            args.writeNumberProperty("cyclesLeft", service.cyclesLeft());
            args.writeBooleanProperty("exposed", transfer.exposed());
        });
        events++;
    }

    private static String words(Operand operand) {
        return switch (operand) {
            case WEIGHT -> "weights";
            case INPUT -> "inputs";
            default -> "outputs";
        };
    }

    private void operations(long startCycle, long endCycle, long count) {
        if (full) {
            return;
        }
        busyCycles.merge(Resource.VECTOR_UNIT, endCycle - startCycle, Long::sum);
        vectorOperations += count;
        writer.event(
                Lane.VECTOR_UNIT,
                layer.name(),
                startCycle,
                endCycle,
                args -> args.writeNumberProperty("operations", count));
        events++;
    }

    @Override
    public void end() {
        if (full) {
            rest();
        } else if (layer.mapping().isPresent()) {
            standstill(layerEnd);
        }
    }

    /** The array has done nothing since its last pass. */
    private void standstill(long until) {
        long exposed = newlyExposedCycles;
        long late = until - arrayEnd - exposed;
        newlyExposedCycles = 0;
        if (until > arrayEnd) {
            writer.event(Lane.ARRAY, "waits for DRAM", arrayEnd, until, args -> {
                args.writeNumberProperty("exposedCycles", exposed);
                args.writeNumberProperty("lateCycles", late);
            });
            events++;
        }
    }

    private void rest() {
        if (timing.passes() > 0) {
            restOfPasses();
        } else {
            rest(Resource.VECTOR_UNIT, arrayEnd);
        }
        rest(Resource.DRAM, Math.max(arrayEnd, channelEnd));
    }

    private void restOfPasses() {
        long left = timing.passes() - passes;
        long computeCycles = timing.computeCycles() - passCycles;
        writer.event(Lane.ARRAY, left + " more passes", arrayEnd, layerEnd, args -> {
            args.writeNumberProperty("passes", left);
            args.writeNumberProperty("computeCycles", computeCycles);
            args.writeNumberProperty("dramCycles", layerEnd - arrayEnd - computeCycles);
        });
        events++;
        BUSES.forEach(bus -> rest(bus, arrayEnd));
    }

    private void rest(Resource resource, long start) {
        long busy = timing.busyCycles().getOrDefault(resource, 0L) - busyCycles.getOrDefault(resource, 0L);
        if (busy == 0) {
            return;
        }
        writer.event(Lane.of(resource), "the rest of " + layer.name(), start, layerEnd, args -> {
            args.writeNumberProperty("busyCycles", busy);
            if (resource == Resource.DRAM) {
                args.writeNumberProperty("exposedCycles", timing.exposedDramCycles() - exposedCycles);
            } else if (resource == Resource.VECTOR_UNIT) {
                args.writeNumberProperty("operations", timing.activity().vectorOperations() - vectorOperations);
            }
        });
        events++;
    }
}
