package io.picojoule.config.scalesim;

import io.picojoule.config.document.DocumentFile;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Node;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Scalar;
import io.picojoule.config.document.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a topology of SCALE-Sim, a {@code .csv} file of convolutions or of matrix products, as the document of a network in which every
 * layer has an input of its own. Whatever can be done with a network of our own can be done with that.
 */
public final class TopologyFile {
    private static final String WANTED = "a topology of SCALE-Sim is wanted";

    private TopologyFile() {}

    /** The document, or nothing if a row or the file could not be read. */
    public static Optional<Mapping> read(Origin origin, Problems problems) {
        return DocumentFile.text(origin, problems).flatMap(text -> document(origin, CsvRow.of(origin, text), problems));
    }

    private static Optional<Mapping> document(Origin origin, List<CsvRow> rows, Problems problems) {
        if (rows.isEmpty()) {
            problems.add(new Problem(Place.of(origin), "", "the file is empty", WANTED));
            return Optional.empty();
        }
        TopologyHeader header = new TopologyHeader(rows.get(0));
        List<CsvRow> below = rows.subList(1, rows.size());
        Optional<TopologyColumns> columns = header.columns(below, problems);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        if (below.isEmpty()) {
            String found = "there is a header and no layer";
            String example = columns.get().exampleRow();
            problems.add(new Problem(rows.get(0).place(), "", found, "a row for each layer is wanted", example));
            return Optional.empty();
        }
        String file = fileName(origin);
        String source = "SCALE-Sim topology " + file;
        LayerNames names = new LayerNames(
                below.stream().map(row -> row.cells().get(0).text()).toList());
        Remarks remarks = new Remarks();
        int before = problems.count();
        List<Node> layers = new ArrayList<>();
        for (CsvRow row : below) {
            TopologyRow.read(row, columns.get(), names, problems)
                    .map(each -> columns.get().layer(each, source, remarks))
                    .ifPresent(layers::add);
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        Place start = rows.get(0).place();
        List<Node> notes = new ArrayList<>();
        for (String sentence : remarks.sentences(file, header.isNumbers(), names.made())) {
            notes.add(new Scalar(start, sentence, true, source));
        }
        return Optional.of(new NodeMap(start, source)
                .put("name", file)
                .put("description", layers.size() == 1 ? "1 layer" : layers.size() + " layers, each by itself")
                .put("source", source)
                .put("notes", new Sequence(start, notes))
                .put("layers", new Sequence(below.get(0).place(), layers))
                .map());
    }

    static String fileName(Origin origin) {
        String label = origin.label();
        return label.substring(Math.max(label.lastIndexOf('/'), label.lastIndexOf('\\')) + 1);
    }
}
