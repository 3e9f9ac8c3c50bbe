package io.picojoule.timing.processor;

import io.picojoule.activity.Activity;
import io.picojoule.hardware.Processor;
import io.picojoule.timing.Cause;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.Resource;
import io.picojoule.timing.processor.Product.Tensor;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.MatrixProduct;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Pooling;
import io.picojoule.workload.Shape;
import io.picojoule.workload.VectorWork;
import io.picojoule.workload.Window;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Layers on a processor: kernels, one after another. */
public final class ProcessorTimer {
    private final Processor machine;
    private final SimpleKernels simple;

    public ProcessorTimer(Processor machine) {
        this.machine = machine;
        this.simple = new SimpleKernels(machine);
    }

    /**
     * A layer with MACs, for a whole batch.
     *
     * @param nonZeros weights that are not zero, where the layer is pruned
     */
    public ProcessorTiming time(NetworkLayer layer, int batch, OptionalDouble nonZeros) {
        LoopNest nest = layer.loopNest(batch).orElseThrow();
        nest = nest.isFullyConnected() ? nest.flattened() : nest;
        int repetitions = layer.repetitions(batch);
        // The second factor of a matmul is an activation: there is another one in each repetition.
        boolean kept = !(layer.layer() instanceof MatrixProduct) && Residency.stays(machine, bytes(nest.weightWords()));
        KernelRun run = once(layer, nest, true, nonZeros);
        if (repetitions > 1) {
            run = run.then(once(layer, nest, !kept, nonZeros).times(repetitions - 1));
        }
        return timing(run, layer.macs(batch));
    }

    private KernelRun once(NetworkLayer layer, LoopNest nest, boolean weightsCross, OptionalDouble nonZeros) {
        Convolutions convolutions = new Convolutions(machine, nest, weightsCross, layer.readsNetworkInput());
        boolean sparse = machine.skipsZeroWeights()
                && nonZeros.isPresent()
                && nest.g() == 1
                && nest.p() * nest.r() * nest.s() == 1;
        KernelRun run = sparse ? convolutions.sparse(nonZeros.getAsDouble()) : convolutions.fastest();
        return machine.library().addsBiases() && layer.biases() > 0 ? run.then(bias(nest)) : run;
    }

    /** Outputs are read, a bias added, and written again. */
    private KernelRun bias(LoopNest nest) {
        Tensor outputs = tensor(Operand.OUTPUT, nest.outputWords());
        return simple.stream("bias", nest.outputWords(), outputs, outputs, outputs.bytes());
    }

    /** A layer without MACs, for a whole batch. */
    public ProcessorTiming timeWithoutMacs(NetworkLayer layer, int batch) {
        int repetitions = layer.repetitions(batch);
        VectorWork work = layer.vectorWork().times(batch);
        double words = 0;
        for (Shape shape : layer.inputs()) {
            words += (double) shape.elements() * batch / repetitions;
        }
        Tensor inputs = Residency.input(machine, layer.readsNetworkInput(), bytes(words));
        Tensor outputs = tensor(Operand.OUTPUT, (double) layer.output().elements() * batch / repetitions);
        double delivered = layer.layer() instanceof Pooling pooling
                ? pooled(pooling, layer.output(), batch, inputs)
                : inputs.bytes();
        KernelRun run = simple.stream(
                layer.layer().kind(), (double) work.operations() / repetitions, inputs, outputs, delivered);
        return timing(run.times(repetitions), 0);
    }

    /** Every output reads its window by itself. */
    private double pooled(Pooling pooling, Shape output, int batch, Tensor inputs) {
        if (pooling.poolingKind() == Pooling.Kind.GLOBAL_AVERAGE) {
            return inputs.bytes();
        }
        Window window = pooling.window();
        double words = (double) output.elements() * batch * window.height() * window.width();
        return bytes(words) * Sectors.gather(machine, output.width(), window.strideWidth());
    }

    private Tensor tensor(Operand operand, double words) {
        return Residency.tensor(machine, operand, bytes(words));
    }

    private double bytes(double words) {
        return words * machine.wordBytes();
    }

    /** @param macs of the layer, whether they are performed or not */
    private ProcessorTiming timing(KernelRun run, long macs) {
        long cycles = (long) Math.ceil(run.cycles());
        int elements = run.cores() * machine.lanes();
        Map<Cause, Long> causes = causes(run, cycles, elements);
        Map<Resource, Long> busyCycles = new EnumMap<>(Resource.class);
        busyCycles.put(Resource.COMPUTE, (long) run.compute());
        busyCycles.put(Resource.CACHE, (long) run.cache());
        busyCycles.put(Resource.DRAM, (long) run.channel());
        busyCycles.put(Resource.LAUNCH, (long) run.launch());
        Activity activity = new Activity.Builder()
                .add(run.activity())
                .macs(macs, 0)
                .skipped(macs - Math.min(macs, (long) Math.ceil(run.macs())))
                .cycles(cycles, elements)
                .build();
        LayerTiming timing =
                new LayerTiming(cycles, (long) run.compute(), 0, elements, run.kernels(), causes, busyCycles, activity);
        return new ProcessorTiming(timing, run.kernel(), run.kernels());
    }

    /**
     * Whole cycles of the lanes of those cores that worked. Causes are told of the whole machine: what others leave is imbalance there, and
     * nothing here. What rounding leaves is the pipeline's.
     */
    private Map<Cause, Long> causes(KernelRun run, long cycles, int elements) {
        double busy = run.busy() * machine.cores() / Math.max(1, run.cores());
        Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        causes.put(Cause.BUSY, (long) (busy * elements));
        causes.put(Cause.IMBALANCE, (long) (Math.max(0, run.imbalance() + run.busy() - busy) * elements));
        causes.put(Cause.BUFFER, (long) (run.buffer() * elements));
        causes.put(Cause.DRAM, (long) (run.dram() * elements));
        causes.put(Cause.LAUNCH, (long) (run.launch() * elements));
        long told = causes.values().stream().mapToLong(Long::longValue).sum();
        causes.put(Cause.PIPELINE, Math.multiplyExact(cycles, (long) elements) - told);
        return causes;
    }
}
