package io.picojoule.report.html;

import io.picojoule.hardware.Processor;
import io.picojoule.report.Kernel;
import io.picojoule.report.Naming;
import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.simulation.LayerResult;
import io.picojoule.workload.LoopNest;
import java.util.Locale;
import java.util.Optional;

/** By which kernels a processor computed the layer. */
final class KernelPart implements DetailPart {
    private final Report report;

    KernelPart(Report report) {
        this.report = report;
    }

    @Override
    public String title() {
        return "How it was computed";
    }

    @Override
    public boolean appliesTo(LayerResult layer) {
        return Kernel.of(layer).isPresent();
    }

    @Override
    public void write(Html html, LayerResult layer) {
        Kernel kernel = Kernel.of(layer).orElseThrow();
        Processor machine = (Processor) report.run().machine();
        html.element("p", sentence(kernel, machine), "class", "note");
        html.open("dl");
        Fact.write(html, "algorithm", kernel.algorithm());
        size(layer, kernel).ifPresent(size -> Fact.write(html, "product, filters × pixels × depth", size));
        kernel.tile().ifPresent(tile -> Fact.write(html, "tile of a core", tile.replace("x", " × ")));
        Fact.write(html, "kernels started", Si.grouped(kernel.launches()));
        Fact.write(html, "computed in", machine.precisionType().key());
        long spared = layer.timing().activity().skippedMacs();
        if (spared > 0) {
            Fact.write(html, "MACs spared", Si.grouped(spared) + ", " + Si.share((double) spared / layer.macs()));
        }
        html.close();
    }

    private static String sentence(Kernel kernel, Processor machine) {
        String cache = Naming.of(Naming.lastCache(machine));
        return switch (kernel.algorithm().toLowerCase(Locale.ROOT)) {
            case "direct" ->
                "One product of matrices that are never written down: each tile gathers its windows from " + cache
                        + ".";
            case "gemm" ->
                "The windows of each image are laid out as a matrix in memory, which is then multiplied; image after image.";
            case "winograd" ->
                "Minimal filtering, F(2 × 2, 3 × 3): 16 multiplications where there were 36, and additions.";
            case "fft" ->
                "Weights and inputs are transformed, their spectra multiplied point by point, and the products transformed back.";
            case "product" -> "A product of matrices, cut into tiles.";
            case "vector" -> "A matrix times one vector: each weight is used once.";
            case "sparse" -> "Weights that are not zero, in compressed rows, each with its column in 4 bytes.";
            case "stencil" -> "Windows with one filter each: no two outputs share both a weight and an input.";
            default -> "What goes in streams through the lanes, once, and what comes out is written.";
        };
    }

    /** Of the layer as one product, as it is where nothing is transformed. */
    private Optional<String> size(LayerResult layer, Kernel kernel) {
        boolean asItIs =
                kernel.algorithm().equals("direct") || kernel.algorithm().equals("product");
        return layer.layer()
                .loopNest(report.run().batch())
                .filter(nest -> asItIs)
                .map(KernelPart::size);
    }

    private static String size(LoopNest nest) {
        LoopNest flat = nest.isFullyConnected() ? nest.flattened() : nest;
        String one = Si.grouped(flat.m()) + " × " + Si.grouped((long) flat.n() * flat.p() * flat.q()) + " × "
                + Si.grouped((long) flat.c() * flat.r() * flat.s());
        return flat.g() == 1 ? one : flat.g() + " of " + one;
    }
}
