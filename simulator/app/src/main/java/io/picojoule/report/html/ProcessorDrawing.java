package io.picojoule.report.html;

import io.picojoule.hardware.Cache;
import io.picojoule.hardware.Processor;
import io.picojoule.report.Si;
import java.util.List;
import java.util.Locale;

/** A processor: DRAM, the caches from the last to the nearest, and the cores with their lanes. */
final class ProcessorDrawing {
    private static final int MOST_CELLS = 256;

    private ProcessorDrawing() {}

    static void draw(Html html, Processor machine) {
        html.open("div", "class", "stage");
        MachineSection.box(
                html,
                "DRAM",
                "dram",
                Si.format(machine.memory().dram().bytesPerSecond(), "B/s"),
                Si.digits(machine.memory().readEfficiency() * 100) + " % of it for reads",
                Si.digits(machine.memory().writeEfficiency() * 100) + " % for writes");
        html.close();
        List<Cache> caches = machine.memory().caches();
        for (int i = caches.size() - 1; i >= 0; i--) {
            cache(html, caches.get(i), i == caches.size() - 1);
        }
        int cells = Math.min(MOST_CELLS, machine.cores());
        int columns = Math.max(1, (int) Math.round(Math.sqrt(cells)));
        MachineSection.wire(html, Si.format(caches.get(0).bytesPerSecond(), "B/s"));
        MachineSection.cells(
                html,
                machine.cores() + (machine.cores() == 1 ? " core" : " cores"),
                columns,
                Math.max(1, cells / columns),
                machine.lanes() + " lanes of " + machine.macsPerLaneCycle() + " "
                        + machine.precisionType().key() + " MAC a cycle, " + Si.format(machine.clockHertz(), "Hz"));
    }

    private static void cache(Html html, Cache cache, boolean ofAll) {
        MachineSection.wire(html, ofAll ? "sectors of " + cache.sectorBytes() + " B" : "");
        html.open("div", "class", "stage");
        MachineSection.box(
                html,
                cache.place().key().toUpperCase(Locale.ROOT),
                cache.place().key(),
                MachineSection.kib(cache.capacityBytes()) + (ofAll ? " for all cores" : " a core"),
                Si.format(cache.bytesPerSecond(), "B/s") + " together");
        html.close();
    }
}
