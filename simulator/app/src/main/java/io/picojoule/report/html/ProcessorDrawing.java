package io.picojoule.report.html;

import io.picojoule.hardware.Cache;
import io.picojoule.hardware.ConvolutionAlgorithm;
import io.picojoule.hardware.KernelTile;
import io.picojoule.hardware.MatrixKernels;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.ProcessorMemory;
import io.picojoule.report.Naming;
import io.picojoule.report.Si;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A processor: from DRAM through the cache that all cores share, and into one core. */
final class ProcessorDrawing {
    private static final int MOST_CELLS = 256;
    private static final int FLATTEST = 8;
    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private ProcessorDrawing() {}

    static void draw(Html html, Processor machine) {
        ProcessorMemory memory = machine.memory();
        html.open("div", "class", "stage");
        MachineSection.box(
                html,
                "DRAM",
                "dram",
                Si.format(memory.dram().bytesPerSecond(), "B/s"),
                "reads get " + Si.share(memory.readEfficiency()) + " of it",
                "writes get " + Si.share(memory.writeEfficiency()));
        library(html, machine);
        html.close();
        MachineSection.wire(html, "");
        html.open("div", "class", "stage");
        cache(
                html,
                memory.last(),
                "for all cores",
                "sectors of " + memory.last().sectorBytes() + " B");
        html.close();
        MachineSection.wire(html, bandwidth(memory.last()));
        cores(html, machine);
        MachineSection.wire(html, "");
        core(html, machine);
    }

    private static void library(Html html, Processor machine) {
        MatrixKernels kernels = machine.library().matrix();
        MachineSection.box(
                html,
                "the library",
                "launch",
                "convolutions: " + listed(machine),
                "products in tiles of "
                        + kernels.tiles().stream().map(KernelTile::toString).collect(Collectors.joining(", ")),
                Si.format(machine.library().launchNanoseconds() / NANOSECONDS_PER_SECOND, "s")
                        + " from kernel to kernel");
    }

    private static String listed(Processor machine) {
        return machine.library().algorithms().stream()
                .sorted()
                .map(ConvolutionAlgorithm::key)
                .collect(Collectors.joining(", "));
    }

    private static void cores(Html html, Processor machine) {
        int cells = Math.min(MOST_CELLS, machine.cores());
        int columns = columns(cells);
        MachineSection.cells(
                html,
                machine.cores() + (machine.cores() == 1 ? " core" : " cores"),
                columns,
                Math.max(1, cells / columns),
                machine.deviceClass().key().toUpperCase(Locale.ROOT) + ", " + Si.format(machine.clockHertz(), "Hz"));
    }

    /** As many as make a full rectangle, near a square where they can. */
    private static int columns(int cells) {
        int side = (int) Math.ceil(Math.sqrt(cells));
        int columns = side;
        while (cells % columns != 0) {
            columns++;
        }
        return columns > FLATTEST * (cells / columns) ? side : columns;
    }

    /** What each core has for itself, the nearest last. */
    private static void core(Html html, Processor machine) {
        List<Cache> caches = machine.memory().caches();
        html.open("div", "class", "stage");
        for (int i = caches.size() - 2; i >= 0; i--) {
            cache(html, caches.get(i), "a core", bandwidth(caches.get(i)));
        }
        MachineSection.box(
                html,
                "a core",
                "mac",
                machine.lanes() + (machine.lanes() == 1 ? " lane" : " lanes"),
                machine.macsPerLaneCycle() + " " + machine.precisionType().key() + " MAC a cycle in each",
                MachineSection.size(machine.registerBytes()) + " of registers");
        html.close();
    }

    private static void cache(Html html, Cache cache, String whose, String remark) {
        MachineSection.box(
                html,
                Naming.of(cache),
                cache.place().key(),
                MachineSection.size(cache.capacityBytes()) + " " + whose,
                remark);
    }

    private static String bandwidth(Cache cache) {
        return Si.format(cache.bytesPerSecond(), "B/s") + " in all";
    }
}
