package io.picojoule.timing.processor;

import io.picojoule.activity.Activity;

/**
 * A kernel, or several one after another. All are cycles of the whole machine; those of the causes sum to how long it took.
 *
 * @param kernel what ran, in a word
 * @param kernels how many
 * @param busy as if all lanes had multiplied all the time
 * @param compute cycles in which some core had something to multiply
 * @param cache cycles in which the last cache delivered
 * @param channel cycles in which DRAM was at work
 * @param cores most that worked at once
 * @param activity bytes moved and operations, without cycles
 */
record KernelRun(
        String kernel,
        long kernels,
        double busy,
        double pipeline,
        double imbalance,
        double buffer,
        double dram,
        double launch,
        double compute,
        double cache,
        double channel,
        int cores,
        double macs,
        Activity activity) {
    static final KernelRun NOTHING = new KernelRun("", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Activity.NONE);

    /** The same under another name: what it is before, and how it is cut. */
    KernelRun named(String algorithm) {
        return new KernelRun(
                algorithm + " " + kernel,
                kernels,
                busy,
                pipeline,
                imbalance,
                buffer,
                dram,
                launch,
                compute,
                cache,
                channel,
                cores,
                macs,
                activity);
    }

    /** With operations besides the multiplications, which take so many cycles more. */
    KernelRun withOperations(double operations, double cycles) {
        Activity more =
                new Activity.Builder().vectorOperations(Math.round(operations)).build();
        return new KernelRun(
                kernel,
                kernels,
                busy,
                pipeline + cycles,
                imbalance,
                buffer,
                dram,
                launch,
                compute + cycles,
                cache,
                channel,
                cores,
                macs,
                activity.plus(more));
    }

    double cycles() {
        return busy + pipeline + imbalance + buffer + dram + launch;
    }

    /** This, then that; called after the one with more to multiply. */
    KernelRun then(KernelRun other) {
        return new KernelRun(
                other.macs > macs || kernel.isEmpty() ? other.kernel : kernel,
                kernels + other.kernels,
                busy + other.busy,
                pipeline + other.pipeline,
                imbalance + other.imbalance,
                buffer + other.buffer,
                dram + other.dram,
                launch + other.launch,
                compute + other.compute,
                cache + other.cache,
                channel + other.channel,
                Math.max(cores, other.cores),
                macs + other.macs,
                activity.plus(other.activity));
    }

    KernelRun times(int count) {
        return new KernelRun(
                kernel,
                kernels * count,
                busy * count,
                pipeline * count,
                imbalance * count,
                buffer * count,
                dram * count,
                launch * count,
                compute * count,
                cache * count,
                channel * count,
                cores,
                macs * count,
                activity.times(count));
    }
}
