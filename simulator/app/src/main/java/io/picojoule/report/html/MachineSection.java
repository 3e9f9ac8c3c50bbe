package io.picojoule.report.html;

import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.report.Report;
import io.picojoule.report.Si;

/** A drawing of the machine, from where its data come from to one processing element. */
final class MachineSection implements Section<Report> {
    private static final int BYTES_PER_KIB = 1024;

    @Override
    public String title() {
        return "Machine";
    }

    @Override
    public void write(Html html, Report report) {
        Machine machine = report.run().machine();
        html.open("div", "class", "machine");
        if (machine instanceof SpatialArray array) {
            ArrayDrawing.draw(html, array);
        } else if (machine instanceof Processor processor) {
            ProcessorDrawing.draw(html, processor);
        } else {
            EngineDrawing.draw(html, (SparseEngine) machine);
        }
        html.close();
        report.run().area().ifPresent(area -> AreaShares.write(html, area));
    }

    static void wire(Html html, String text) {
        html.open("div", "class", "wire")
                .element("span", "→", "class", "arrow")
                .element("span", text, "class", "remark")
                .close();
    }

    /** The processing elements side by side, in a grid of these sides. */
    static void cells(Html html, String title, int columns, int rows, String caption) {
        html.open("div", "class", "stage array").open("b").text(title).close();
        html.open(
                        "i",
                        "class",
                        "cells",
                        "style",
                        "--columns:" + columns + ";--rows:" + rows + ";aspect-ratio:" + columns + "/" + rows)
                .close();
        html.element("span", caption).close();
    }

    static void box(Html html, String title, String ink, String... lines) {
        html.open("div", "class", "box", "style", "border-top-color:var(--" + ink + ")")
                .element("b", title);
        for (String line : lines) {
            html.element("span", line);
        }
        html.close();
    }

    /** Whole MiB or KiB where it is so many; of a large size that is neither, three digits. */
    static String size(long bytes) {
        if (bytes % BYTES_PER_KIB != 0) {
            return bytes < BYTES_PER_KIB ? bytes + " B" : Si.format(bytes, "B");
        }
        long kib = bytes / BYTES_PER_KIB;
        return kib % BYTES_PER_KIB == 0 ? kib / BYTES_PER_KIB + " MiB" : kib + " KiB";
    }
}
