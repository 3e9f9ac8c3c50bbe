package io.picojoule.report.html.comparison;

import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.MachineIdentity;
import io.picojoule.hardware.MemoryHierarchy;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.report.Machines;
import io.picojoule.report.Provenance;
import io.picojoule.report.Si;
import io.picojoule.report.SourcedValue;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.Entrant;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the machines are, and where their numbers come from, in short; the report of a run has each value with its source. */
final class MachinesSection implements Section<Comparison> {
    private static final int BYTES_PER_KIB = 1024;

    @Override
    public String title() {
        return "Machines";
    }

    @Override
    public void write(Html html, Comparison comparison) {
        html.open("div", "class", "scroll")
                .open("table", "class", "grouped machines")
                .open("thead")
                .open("tr");
        for (String heading : List.of("machine", "PEs", "dataflow", "buffers", "in a PE")) {
            html.element("th", heading, "scope", "col");
        }
        html.close().close().open("tbody");
        comparison.entrants().forEach(entrant -> row(html, entrant));
        html.close().close().close();
        comparison.entrants().forEach(entrant -> source(html, entrant));
    }

    private static void row(Html html, Entrant entrant) {
        Machine machine = entrant.run().machine();
        html.line().open("tr").element("th", entrant.label(), "scope", "row");
        Stream.of(Machines.elements(machine), manner(machine), buffers(machine), pads(machine))
                .forEach(text -> html.element("td", text));
        html.close();
    }

    private static String manner(Machine machine) {
        return machine instanceof SpatialArray array
                ? array.dataflow() + ", " + array.interconnect().key()
                : Machines.manner(machine);
    }

    private static String buffers(Machine machine) {
        if (machine instanceof SpatialArray array) {
            MemoryHierarchy memory = array.memory();
            String global = kib(memory.globalBuffer().capacityBytes());
            return memory.weightBuffer()
                    .map(buffer -> global + " + " + kib(buffer.capacityBytes()) + " for weights")
                    .orElse(global);
        }
        return machine instanceof Processor processor ? caches(processor) : "in the PEs";
    }

    private static String caches(Processor processor) {
        return processor.memory().caches().stream()
                .map(cache -> kib(cache.capacityBytes()) + " " + cache.place().key())
                .collect(Collectors.joining(" + "));
    }

    private static String kib(long bytes) {
        return bytes % BYTES_PER_KIB == 0 ? bytes / BYTES_PER_KIB + " KiB" : Si.grouped(bytes) + " B";
    }

    private static String pads(Machine machine) {
        if (machine instanceof SpatialArray array) {
            ProcessingElement element = array.processingElement();
            int words = element.sharedWords()
                    .orElse(element.inputWords() + element.weightWords() + element.partialSumWords());
            return words + " words of " + machine.words().inputBits() + " bit";
        }
        if (machine instanceof Processor processor) {
            return kib(processor.registerBytes()) + " of registers a core";
        }
        SparseEngine engine = (SparseEngine) machine;
        return kib(engine.matrixSram().capacityBytes()) + " for weights, "
                + kib(engine.pointerSram().capacityBytes()) + " for pointers, "
                + kib(engine.activationSramBytes()) + " for activations";
    }

    private static void source(Html html, Entrant entrant) {
        MachineIdentity identity = entrant.run().machine().identity();
        EnergyTable energy = entrant.run().energyTable();
        Provenance provenance = entrant.report().provenance();
        List<SourcedValue> values = Stream.of(provenance.accelerator(), provenance.energyTable())
                .flatMap(List::stream)
                .toList();
        long assumed = values.stream().filter(SourcedValue::isAssumed).count();
        html.line()
                .open("p", "class", "source")
                .element("strong", entrant.label() + ". ")
                .text(sentence(identity.description()));
        html.element(
                "span",
                sentence(identity.source())
                        + sentence("Energy: " + energy.source()).stripTrailing(),
                "class",
                "remark");
        html.text(" Of " + values.size() + " values of machine and table " + assumed + (assumed == 1 ? " is" : " are")
                + " assumed.");
        html.close();
    }

    private static String sentence(String text) {
        return text.isBlank() ? "" : text.endsWith(".") ? text + " " : text + ". ";
    }
}
