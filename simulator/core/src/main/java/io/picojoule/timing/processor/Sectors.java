package io.picojoule.timing.processor;

import io.picojoule.hardware.Processor;
import io.picojoule.workload.LoopNest;

/** What the last cache delivers for rows of windows: whole sectors, in which a stride leaves words unused. */
final class Sectors {
    private Sectors() {}

    /** Whether the matrix of windows is the image as it lies: windows of one word, none left out. */
    static boolean isImage(LoopNest nest) {
        return nest.r() == 1 && nest.s() == 1 && nest.strideHeight() == 1 && nest.strideWidth() == 1;
    }

    /** Bytes delivered for each byte that a product gathers from the image. */
    static double gather(Processor machine, LoopNest nest) {
        if (nest.p() == 1 && nest.q() == 1) {
            return 1;
        }
        return isImage(nest) ? 1 : gather(machine, nest.q(), nest.strideWidth());
    }

    /** As many outputs in a row, so many columns apart: a row begins anywhere in a sector. */
    static double gather(Processor machine, int outputs, int stride) {
        double word = machine.wordBytes();
        double sector = machine.memory().last().sectorBytes();
        double span = ((outputs - 1.0) * stride + 1) * word;
        double sectors = Math.min(outputs, (span - word) / sector + 1);
        return Math.max(1, sectors * sector / (outputs * word));
    }

    /** Bytes delivered to read every word of every window. */
    static double windows(Processor machine, LoopNest nest) {
        double words = (double) nest.n() * nest.g() * nest.c() * nest.p() * nest.q() * nest.r() * nest.s();
        return words * machine.wordBytes() * gather(machine, nest);
    }
}
