package io.picojoule.timing.array.detailed;

import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassGeometry;
import java.util.Arrays;

/** The processing elements of a pass, in chains, with a queue below and above each. */
final class ElementArray {
    private final int rows;
    private final ClockedElement[] elements;
    private final PartialSumQueue[] bottomQueues;
    private final Agenda agenda;
    private final ElementCounts counts = new ElementCounts();

    ElementArray(PassGeometry geometry, ProcessingElement element, TensorWords tensors) {
        this.rows = geometry.chainRows();
        this.elements = new ClockedElement[geometry.activeElements()];
        this.bottomQueues = new PartialSumQueue[geometry.chainColumns()];
        int macsOfStep = geometry.filtersOf(0) * geometry.channelsOf(0) * geometry.filterColumns();
        this.agenda = new Agenda(elements.length, macsOfStep + ClockedElement.PIPELINE_CYCLES);
        WindowOrder[] windows = new WindowOrder[geometry.sets()];
        Arrays.setAll(windows, set -> WindowOrder.of(geometry, geometry.channelsOf(set)));
        int inputWords = element.inputStoreWords();
        int sumWords = element.partialSumQueueWords();
        ZeroInputs zeroInputs = element.zeroInputs();
        for (int column = 0; column < bottomQueues.length; column++) {
            PartialSumQueue queue = new PartialSumQueue(sumWords, Agenda.NO_ONE, agenda);
            bottomQueues[column] = queue;
            for (int row = 0; row < rows; row++) {
                int number = column * rows + row;
                WindowOrder window = windows[row / geometry.filterRows()];
                elements[number] = new ClockedElement(
                        geometry, number, window, tensors, inputWords, sumWords, zeroInputs, queue, agenda, counts);
                queue = elements[number].above();
            }
        }
    }

    ClockedElement element(int column, int row) {
        return elements[column * rows + row];
    }

    /** Where partial sums enter a chain. */
    PartialSumQueue bottomQueue(int column) {
        return bottomQueues[column];
    }

    /** Where they leave it. */
    PartialSumQueue topQueue(int column) {
        return element(column, rows - 1).above();
    }

    /** A new pass: all stores and queues are empty. */
    void reset() {
        agenda.clear();
        for (PartialSumQueue queue : bottomQueues) {
            queue.reset();
        }
        for (ClockedElement element : elements) {
            element.inputs().reset();
            element.above().reset();
        }
    }

    /** The weights are loaded: the elements begin in cycle {@code now}. */
    void start(int now) {
        for (int element = 0; element < elements.length; element++) {
            elements[element].start(now);
            agenda.add(element, now);
        }
    }

    /** A cycle of all elements. */
    void tick(int now) {
        for (int element = agenda.take(now); element != Agenda.NO_ONE; element = agenda.take(now)) {
            int next = elements[element].tick(now);
            if (next != Agenda.NEVER) {
                agenda.add(element, next);
            }
        }
    }

    /** The pass lasted {@code cycles}. */
    void end(int cycles) {
        int most = 0;
        for (ClockedElement element : elements) {
            element.end(cycles);
            most = Math.max(most, element.macCyclesOfPass());
        }
        counts.endPass(most);
    }

    ElementCounts counts() {
        return counts;
    }
}
