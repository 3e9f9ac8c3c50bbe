package io.picojoule.config.scalesim;

import io.picojoule.config.document.DocumentFile;
import io.picojoule.config.document.Names;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Scalar;
import io.picojoule.config.document.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a configuration of SCALE-Sim says of a machine. Its SRAMs are in kB of 1024 words of a byte.
 *
 * @param bandwidth words a cycle of each of three interfaces; empty where SCALE-Sim is to find out what does not stall
 * @param left what it says beside that, as written
 */
public record ScaleSimConfig(
        String file,
        String name,
        int rows,
        int columns,
        Dataflow dataflow,
        long ifmapKib,
        long filterKib,
        long ofmapKib,
        OptionalLong bandwidth,
        List<String> left) {
    /** What stays in the elements of the array. */
    public enum Dataflow {
        OS("output-stationary"),
        WS("weight-stationary"),
        IS("input-stationary");

        private final String words;

        Dataflow(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** SCALE-Sim's word. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ScaleSimConfig {
        left = List.copyOf(left);
    }

    /** Reads a file, or reports all that is wrong with it. */
    public static Optional<ScaleSimConfig> read(Origin origin, Problems problems) {
        int before = problems.count();
        return DocumentFile.text(origin, problems)
                .map(text -> new Reader(origin, IniFile.read(origin, text, problems), problems).config())
                .filter(config -> problems.count() == before);
    }

    private static final class Reader {
        private static final String GENERAL = "general";
        private static final String ARCHITECTURE = "architecture_presets";
        private static final String RUN = "run_presets";
        private static final String USER = "user";
        private static final long LARGEST_SIDE = 65_536;
        private static final long LARGEST_KIB = 1_000_000_000;
        private static final long FASTEST = 1_000_000;

        private final Origin origin;
        private final IniFile ini;
        private final Problems problems;
        private final Set<IniFile.Entry> used = new HashSet<>();

        Reader(Origin origin, IniFile ini, Problems problems) {
            this.origin = origin;
            this.ini = ini;
            this.problems = problems;
        }

        ScaleSimConfig config() {
            String file = TopologyFile.fileName(origin);
            String name = take(GENERAL, "run_name")
                    .map(IniFile.Entry::text)
                    .filter(text -> !text.isBlank())
                    .orElse(file);
            int rows = (int) whole("ArrayHeight", LARGEST_SIDE, "32");
            int columns = (int) whole("ArrayWidth", LARGEST_SIDE, "32");
            long ifmap = whole("IfmapSramSzkB", LARGEST_KIB, "64");
            long filter = whole("FilterSramSzkB", LARGEST_KIB, "64");
            long ofmap = whole("OfmapSramSzkB", LARGEST_KIB, "64");
            String dataflow = oneOf(ARCHITECTURE, "Dataflow", List.of("os", "ws", "is"));
            boolean isUser =
                    oneOf(RUN, "InterfaceBandwidth", List.of("calc", USER)).equals(USER);
            OptionalLong bandwidth = isUser ? OptionalLong.of(bandwidth()) : OptionalLong.empty();
            List<String> left = ini.entries().stream()
                    .filter(entry -> !used.contains(entry))
                    .map(entry -> "[" + entry.section() + "] " + entry.key() + ": " + entry.text())
                    .toList();
            return new ScaleSimConfig(
                    file,
                    name,
                    rows,
                    columns,
                    Dataflow.valueOf(dataflow.toUpperCase(Locale.ROOT)),
                    ifmap,
                    filter,
                    ofmap,
                    bandwidth,
                    left);
        }

        private Optional<IniFile.Entry> take(String section, String key) {
            Optional<IniFile.Entry> entry = ini.find(section, key);
            entry.ifPresent(used::add);
            return entry;
        }

        private long whole(String key, long most, String example) {
            String wanted = "a whole number from 1 to " + most;
            return require(ARCHITECTURE, key, wanted, example)
                    .map(entry -> value(entry, entry.text()).whole(1, most, example))
                    .orElse(1L);
        }

        /** The first of several: SCALE-Sim gives it to all interfaces. */
        private long bandwidth() {
            String wanted = "a whole number from 1 to " + FASTEST + ", as InterfaceBandwidth is USER,";
            return require(ARCHITECTURE, "Bandwidth", wanted, "10")
                    .map(entry -> value(entry, entry.text().split(",", -1)[0]).whole(1, FASTEST, "10"))
                    .orElse(1L);
        }

        private String oneOf(String section, String key, List<String> words) {
            String wanted = "one of " + Names.list(words);
            return require(section, key, wanted, words.get(0))
                    .map(entry ->
                            value(entry, entry.text().toLowerCase(Locale.ROOT)).oneOf(words))
                    .orElse(words.get(0));
        }

        private Value value(IniFile.Entry entry, String text) {
            return Value.of(new Scalar(entry.place(), text.strip(), false, ""), entry.key(), problems);
        }

        private Optional<IniFile.Entry> require(String section, String key, String wanted, String example) {
            Optional<IniFile.Entry> entry = take(section, key);
            if (entry.isEmpty()) {
                String path = "[" + section + "] " + key;
                String found = "is missing" + meant(key);
                problems.add(new Problem(ini.place(), path, found, wanted + " is wanted", example));
            }
            return entry;
        }

        private String meant(String key) {
            for (IniFile.Entry entry : ini.entries()) {
                if (!Names.near(key, List.of(entry.key())).isEmpty() && !used.contains(entry)) {
                    return ", though line " + entry.place().line() + " has [" + entry.section() + "] " + entry.key();
                }
            }
            return "";
        }
    }
}
