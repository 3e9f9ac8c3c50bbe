package io.picojoule.report.compression;

import io.picojoule.compression.CompressedLayer;
import io.picojoule.compression.Compressor;
import io.picojoule.compression.DeepCompression;
import io.picojoule.validation.PublishedQuantity;
import io.picojoule.validation.PublishedRow;
import io.picojoule.validation.ValidationRow;
import io.picojoule.workload.Network;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A network whose weights were compressed.
 *
 * @param workloadDigest of everything that describes the network
 * @param command the command line that makes the same result
 * @param published figures beside ours, if this was measured
 */
public record Compression(
        Network network,
        long seed,
        String version,
        String workloadDigest,
        String command,
        List<CompressedLayer> layers,
        List<ValidationRow> published) {
    static final String TOTAL = PublishedRow.TOTAL;

    public Compression {
        layers = List.copyOf(layers);
        published = List.copyOf(published);
    }

    DeepCompression total() {
        return Compressor.total(layers);
    }

    /** Of all layers, in a format. */
    long totalBits(String format) {
        return layers.stream().mapToLong(layer -> layer.bits(format)).sum();
    }

    /** What somebody published of a layer or of all. */
    OptionalDouble published(String layer, PublishedQuantity quantity) {
        return published.stream()
                .map(ValidationRow::row)
                .filter(row -> row.layer().equals(layer) && row.quantity() == quantity)
                .mapToDouble(PublishedRow::published)
                .findFirst();
    }
}
