package io.picojoule.report.html;

import io.picojoule.hardware.Dram;
import io.picojoule.hardware.OnChipBuffer;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.report.Si;
import io.picojoule.workload.Operand;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A spatial array: from DRAM through the buffers to the array and into one processing element. */
final class ArrayDrawing {
    static final int MOST_CELLS = 48;

    private ArrayDrawing() {}

    static void draw(Html html, SpatialArray machine) {
        dram(html, machine.memory().dram());
        MachineSection.wire(html, "");
        html.open("div", "class", "stage");
        buffer(html, "global buffer", "global-buffer", machine.memory().globalBuffer());
        machine.memory().weightBuffer().ifPresent(buffer -> buffer(html, "weight buffer", "weight-buffer", buffer));
        html.close();
        MachineSection.wire(
                html,
                machine.interconnect().key() + ", words a cycle: input "
                        + machine.buses().inputWordsPerCycle() + ", weight "
                        + machine.buses().weightWordsPerCycle() + ", partial sums "
                        + machine.buses().partialSumInWordsPerCycle() + " in, "
                        + machine.buses().partialSumOutWordsPerCycle() + " out");
        array(html, machine);
        MachineSection.wire(html, "");
        element(html, machine);
    }

    private static void dram(Html html, Dram dram) {
        String packs = dram.compression() == Dram.Compression.NONE
                ? "no compression"
                : dram.compression().key() + " on " + words(dram.compresses());
        String overlap = dram.overlaps().isEmpty()
                ? "the array waits for all of it"
                : words(dram.overlaps()) + " moves during computation";
        html.open("div", "class", "stage");
        MachineSection.box(html, "DRAM", "dram", Si.format(dram.bytesPerSecond(), "B/s"), packs, overlap);
        html.close();
    }

    private static void buffer(Html html, String title, String ink, OnChipBuffer buffer) {
        String banks = buffer.bankBytes().isPresent()
                ? ", banks of " + MachineSection.size(buffer.bankBytes().getAsLong())
                : "";
        MachineSection.box(
                html, title, ink, MachineSection.size(buffer.capacityBytes()) + banks, words(buffer.holds()));
    }

    private static void array(Html html, SpatialArray machine) {
        int columns = Math.min(MOST_CELLS, machine.columns());
        int rows = Math.min(MOST_CELLS, machine.rows());
        MachineSection.cells(
                html,
                machine.rows() + " × " + machine.columns() + " PEs",
                columns,
                rows,
                machine.dataflow() + ", " + Si.format(machine.clockHertz(), "Hz"));
    }

    private static void element(Html html, SpatialArray machine) {
        ProcessingElement element = machine.processingElement();
        String pads = element.sharedWords().isPresent()
                ? "register file of " + element.sharedWords().getAsInt() + " words"
                : "input " + element.inputWords() + ", weight " + element.weightWords() + ", partial sum "
                        + element.partialSumWords() + " words";
        String zeros = switch (element.zeroInputs()) {
            case COMPUTE -> "zero inputs are computed";
            case GATE -> "zero inputs are gated";
            case SKIP -> "zero inputs are skipped";
        };
        html.open("div", "class", "stage");
        MachineSection.box(
                html, "a PE", "scratchpad", pads, macs(element) + ", FIFOs of " + element.fifoWords(), zeros);
        html.close();
    }

    private static String macs(ProcessingElement element) {
        StringBuilder text = new StringBuilder("1 MAC a cycle");
        element.macsPerLaneCycle()
                .descendingMap()
                .forEach((bits, macs) ->
                        text.append(", ").append(macs).append(" of int").append(bits));
        return text.toString();
    }

    private static String words(Set<Operand> operands) {
        return Arrays.stream(Operand.values())
                .filter(operands::contains)
                .map(Operand::key)
                .collect(Collectors.joining(", "));
    }
}
