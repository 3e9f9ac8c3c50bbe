package io.picojoule.config;

import io.picojoule.config.document.Names;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds documents. A name is looked up in the current directory, then in the installation, then inside the jar, and the first found wins;
 * an argument with a slash or a file's ending is a path.
 */
public final class Presets {
    private static final List<String> FILE_ENDINGS = List.of(".yaml", ".yml", ".csv", ".onnx");
    private static final List<String> PRESET_ENDINGS = List.of(".yaml", ".yml");

    /** What a document is about, and in which folder its presets are. */
    public enum Kind {
        ACCELERATOR("accelerator", "configs"),
        WORKLOAD("workload", "workloads"),
        ENERGY_TABLE("energy table", "configs/energy"),
        AREA_TABLE("area table", "configs/area"),
        MAPPING("mapping", "configs/mappings"),
        SWEEP("sweep", "configs/sweeps"),
        PUBLISHED("published experiment", "configs/validation");

        private final String words;
        private final String folder;

        Kind(String words, String folder) {
            this.words = words;
            this.folder = folder;
        }

        public String words() {
            return words;
        }

        /** {@code an accelerator}. */
        String withArticle() {
            return ("ae".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
        }

        public String folder() {
            return folder;
        }
    }

    private record Shelf(Optional<Path> root, String where) {}

    private final Path workingDirectory;
    private final List<Shelf> shelves;

    /**
     * Looks in the working directory, then in the installation, then in the jar.
     *
     * @param home the installation, where there is one
     */
    public Presets(Path workingDirectory, Optional<Path> home) {
        this.workingDirectory = workingDirectory;
        List<Shelf> inOrder = new ArrayList<>();
        inOrder.add(new Shelf(Optional.of(workingDirectory), "current directory"));
        home.ifPresent(path -> inOrder.add(new Shelf(Optional.of(path), "installation")));
        inOrder.add(new Shelf(Optional.empty(), "built in"));
        this.shelves = List.copyOf(inOrder);
    }

    /** Whether an argument or a value means a file rather than a preset. */
    public static boolean isPath(String nameOrPath) {
        return nameOrPath.contains("/")
                || nameOrPath.startsWith(Origin.BUILT_IN)
                || FILE_ENDINGS.stream().anyMatch(nameOrPath::endsWith);
    }

    /** The short name of a preset or file, for folders. Another tool's {@code alexnet.csv} is not {@code alexnet}. */
    public static String baseName(String nameOrPath) {
        String file = nameOrPath.substring(nameOrPath.lastIndexOf('/') + 1);
        return file.replaceFirst("(?<=.)\\.ya?ml$", "");
    }

    /** What the command line asks for; {@code nothing} found is reported. */
    public Optional<Origin> find(Kind kind, String nameOrPath, Problems problems) {
        Place asked = Place.of(new Origin.CommandLine(kind.words()));
        if (!isPath(nameOrPath)) {
            return preset(kind, nameOrPath, asked, "", problems);
        }
        Origin origin = nameOrPath.startsWith(Origin.BUILT_IN)
                ? Origin.of(nameOrPath)
                : new Origin.File(workingDirectory.resolve(nameOrPath), nameOrPath);
        return existing(origin, asked, "", problems);
    }

    /** What a document asks for at {@code asked}: a path relative to it, or the name of a preset. */
    public Optional<Origin> find(Kind kind, String nameOrPath, Place asked, String path, Problems problems) {
        if (!isPath(nameOrPath)) {
            return preset(kind, nameOrPath, asked, path, problems);
        }
        return existing(asked.origin().referred(nameOrPath), asked, path, problems);
    }

    /** All presets of a kind by name; of those with the same name, the one that a look-up finds. */
    public List<Preset> list(Kind kind) {
        Map<String, Preset> byName = new TreeMap<>();
        for (Shelf shelf : shelves) {
            for (String file : files(shelf, kind)) {
                String name = withoutEnding(file);
                if (isName(name) && !byName.containsKey(name)) {
                    byName.put(name, new Preset(kind, name, on(shelf, kind, file), shelf.where()));
                }
            }
        }
        return List.copyOf(byName.values());
    }

    private Optional<Origin> preset(Kind kind, String name, Place asked, String path, Problems problems) {
        if (!isName(name)) {
            problems.add(noName(name, asked, path));
            return Optional.empty();
        }
        Optional<Origin> origin = onAnyShelf(kind, name);
        if (origin.isEmpty()) {
            String found = "there is no preset \"" + name + "\" (looked in " + places(kind) + ")";
            problems.add(new Problem(asked, path, found, hint(kind, name)));
        }
        return origin;
    }

    private Optional<Origin> onAnyShelf(Kind kind, String name) {
        for (Shelf shelf : shelves) {
            for (String ending : PRESET_ENDINGS) {
                Origin origin = on(shelf, kind, name + ending);
                if (origin.exists()) {
                    return Optional.of(origin);
                }
            }
        }
        return Optional.empty();
    }

    /** The kinds that have a preset of this name. */
    List<Kind> kindsOf(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> isName(name) && onAnyShelf(kind, name).isPresent())
                .toList();
    }

    /** What to tell of a name that no kind has. */
    Problem unknown(String name) {
        Place asked = Place.of(new Origin.CommandLine("show"));
        if (!isName(name)) {
            return noName(name, asked, "");
        }
        Map<String, List<String>> kindsByName = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            list(kind)
                    .forEach(preset -> kindsByName
                            .computeIfAbsent(preset.name(), key -> new ArrayList<>())
                            .add(kind.words()));
        }
        String near = Names.near(name, kindsByName.keySet()).stream()
                .map(each -> "'" + each + "' (" + String.join(", ", kindsByName.get(each)) + ")")
                .collect(Collectors.joining(" or "));
        String hint = near.isEmpty() ? "'pj list' shows those there are" : "did you mean " + near + "?";
        return new Problem(asked, "", "there is no preset \"" + name + "\" of any kind", hint);
    }

    private String hint(Kind wanted, String name) {
        List<Kind> others = kindsOf(name);
        if (others.isEmpty()) {
            return Names.hint(name, list(wanted).stream().map(Preset::name).toList());
        }
        return "'" + name + "' is " + others.stream().map(Kind::withArticle).collect(Collectors.joining(" and "));
    }

    private static Problem noName(String name, Place asked, String path) {
        String found = "\"" + name + "\" is neither the name of a preset nor a path";
        return new Problem(asked, path, found, "a name of letters, digits, '-', '_' and '.' is wanted");
    }

    private static Optional<Origin> existing(Origin origin, Place asked, String path, Problems problems) {
        if (origin.exists()) {
            return Optional.of(origin);
        }
        String hint = origin instanceof Origin.File file ? neighbours(file.path()) : "";
        problems.add(new Problem(asked, path, origin.absence(), hint));
        return Optional.empty();
    }

    private static String neighbours(Path missing) {
        if (Files.isDirectory(missing)) {
            return "a file is wanted";
        }
        Path name = missing.getFileName();
        Path folder = missing.toAbsolutePath().getParent();
        if (name == null || folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        List<String> near = Names.near(name.toString(), FolderListing.of(folder));
        return near.isEmpty() ? "" : "did you mean '" + near.get(0) + "'?";
    }

    private String places(Kind kind) {
        List<String> places = new ArrayList<>();
        for (Shelf shelf : shelves) {
            String folder = shelf.root()
                    .map(root -> root.resolve(kind.folder()).toString())
                    .orElse("the jar");
            if (!places.contains(folder)) {
                places.add(folder);
            }
        }
        return String.join(", ", places);
    }

    private static Origin on(Shelf shelf, Kind kind, String file) {
        String label = kind.folder() + "/" + file;
        return shelf.root()
                .<Origin>map(root -> new Origin.File(root.resolve(label), label))
                .orElseGet(() -> new Origin.BuiltIn(label));
    }

    private static List<String> files(Shelf shelf, Kind kind) {
        return shelf.root()
                .map(root -> FolderListing.of(root.resolve(kind.folder())))
                .orElseGet(() -> FolderListing.builtIn(kind.folder()));
    }

    private static String withoutEnding(String file) {
        for (String ending : PRESET_ENDINGS) {
            if (file.endsWith(ending)) {
                return file.substring(0, file.length() - ending.length());
            }
        }
        return "";
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && (i == 0 || "-_.".indexOf(c) < 0)) {
                return false;
            }
        }
        return !name.isEmpty() && !name.contains("..");
    }
}
