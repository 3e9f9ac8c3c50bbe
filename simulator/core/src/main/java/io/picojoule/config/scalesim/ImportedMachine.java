package io.picojoule.config.scalesim;

import io.picojoule.config.document.DocumentPrinter;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Scalar;
import io.picojoule.workload.OneLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The machine of a configuration of SCALE-Sim, as a document that extends the preset of its dataflow. One buffer takes the place of the
 * SRAMs of ifmap and ofmap, and one DRAM that of three interfaces, with the sum of what each has.
 */
public final class ImportedMachine {
    private static final int LONGEST = 100;
    private static final int INTERFACES = 3;

    private ImportedMachine() {}

    /** The document as YAML; comments say what the machine could not be given. */
    public static String yaml(ScaleSimConfig config, String command) {
        StringBuilder yaml = new StringBuilder("# Made by '" + OneLine.of(command) + "'.\n#\n");
        yaml.append("# What SCALE-Sim does, and this machine does not:\n");
        for (String difference : differences(config)) {
            String line = OneLine.of(difference);
            int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
            yaml.append("# - ")
                    .append(line, 0, end)
                    .append(end < line.length() ? "..." : "")
                    .append('\n');
        }
        return yaml.append('\n').append(DocumentPrinter.print(document(config))).toString();
    }

    private static List<String> differences(ScaleSimConfig config) {
        List<String> differences = new ArrayList<>();
        differences.add("ifmap and ofmap have SRAMs of their own; here they share the global buffer");
        differences.add("each SRAM has an interface to DRAM of its own; here all share one");
        if (config.bandwidth().isEmpty()) {
            differences.add(
                    "InterfaceBandwidth: CALC, DRAM as fast as need be; here it has the bandwidth of the preset");
        }
        config.left().forEach(line -> differences.add("not carried over: " + line));
        return differences;
    }

    private static Mapping document(ScaleSimConfig config) {
        Place place = Place.of(new Origin.File(Path.of(config.file()), config.file()));
        String source = "SCALE-Sim configuration " + config.file();
        NodeMap array = new NodeMap(place, source)
                .put("rows", Integer.toString(config.rows()))
                .put("columns", Integer.toString(config.columns()));
        String parts = "ifmap " + config.ifmapKib() + " KiB and ofmap " + config.ofmapKib() + " KiB";
        Scalar both = new Scalar(place, config.ifmapKib() + config.ofmapKib() + " KiB", false, parts);
        NodeMap globalBuffer = new NodeMap(place, source).put("capacity", both);
        NodeMap weightBuffer = new NodeMap(place, source).put("capacity", config.filterKib() + " KiB");
        NodeMap memory = new NodeMap(place, source)
                .put("global-buffer", globalBuffer.map())
                .put("weight-buffer", weightBuffer.map());
        config.bandwidth().ifPresent(each -> {
            String of =
                    INTERFACES + " interfaces of " + each + " words a cycle, each word a byte, at the preset's 1 GHz";
            Scalar sum = new Scalar(place, INTERFACES * each + " GB/s", false, of);
            memory.put("dram", new NodeMap(place, source).put("bandwidth", sum).map());
        });
        String size = config.rows() + " x " + config.columns();
        return new NodeMap(place, source)
                .put("extends", "scale-sim-" + config.dataflow().key())
                .put("name", config.name())
                .put(
                        "description",
                        "SCALE-Sim's array of " + size + ", "
                                + config.dataflow().words())
                .put("source", source)
                .put("array", array.map())
                .put("memory", memory.map())
                .map();
    }
}
