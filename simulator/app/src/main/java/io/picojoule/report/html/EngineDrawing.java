package io.picojoule.report.html;

import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.report.Si;

/** A sparse engine: activations, the unit that finds those that are not zero, and into one processing element. */
final class EngineDrawing {
    private static final int WIDEST = 16;

    private EngineDrawing() {}

    static void draw(Html html, SparseEngine machine) {
        boolean sends = machine.interleave() == Interleave.ROWS;
        html.open("div", "class", "stage");
        MachineSection.box(
                html,
                "activations",
                "global-buffer",
                machine.activationRegisters() + " registers a PE",
                MachineSection.size(machine.activationSramBytes()) + " of SRAM a PE",
                machine.words().inputBits() + "-bit words");
        html.close();
        MachineSection.wire(html, sends ? "one non-zero a cycle, to all PEs" : "one non-zero a cycle in each PE");
        array(html, machine);
        MachineSection.wire(
                html, "queues of " + machine.queueSlots() + " slots, which hold " + machine.queueCapacity());
        element(html, machine);
    }

    private static void array(Html html, SparseEngine machine) {
        int cells = Math.min(WIDEST * WIDEST, machine.processingElements());
        int columns = Math.max(1, (int) Math.round(Math.sqrt(cells)));
        MachineSection.cells(
                html,
                machine.processingElements() + " PEs",
                columns,
                Math.max(1, cells / columns),
                machine.interleave().key() + " interleaved, " + Si.format(machine.clockHertz(), "Hz"));
    }

    private static void element(Html html, SparseEngine machine) {
        html.open("div", "class", "stage");
        MachineSection.box(
                html,
                "matrix of a PE",
                "weight-buffer",
                MachineSection.size(machine.matrixSram().capacityBytes()) + ", lines of "
                        + machine.matrixSram().widthBits() + " bit",
                "entries of a " + machine.weightCodeBits() + "-bit code and a " + machine.indexBits() + "-bit run",
                MachineSection.size(machine.pointerSram().capacityBytes()) + " of pointers in "
                        + machine.pointerSram().banks() + (machine.pointerSram().banks() == 1 ? " bank" : " banks"));
        MachineSection.box(
                html,
                "a PE",
                "scratchpad",
                "1 entry a cycle, pipeline of " + machine.pipelineCycles()
                        + (machine.pipelineCycles() == 1 ? " cycle" : " cycles"),
                "codebook of " + machine.codebookEntries() + " weights of "
                        + machine.words().weightBits() + " bit",
                "zeros are skipped");
        html.close();
    }
}
