package io.picojoule.config.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a document was found. */
public sealed interface Origin {
    /** Folder of the presets inside the jar. */
    String RESOURCES = "/io/picojoule/presets/";

    /** Begins the reference of a document inside the jar. */
    String BUILT_IN = "builtin:";

    /** How messages name it: the user can find the document by this. */
    String display();

    /** How reports name it: the same on every machine. */
    String label();

    /** By this {@link #of(String)} finds it again. */
    String reference();

    /** The document that {@code relative} means when it is written in this one. */
    Origin sibling(String relative);

    /** The document that a value written in this one names: inside the jar, or by a path. */
    default Origin referred(String reference) {
        return reference.startsWith(BUILT_IN) ? of(reference) : sibling(reference);
    }

    boolean exists();

    /** What messages say of one that does not exist. */
    default String absence() {
        return "there is no file " + display();
    }

    InputStream open() throws IOException;

    /** The document of a reference: a path, or something inside the jar. */
    static Origin of(String reference) {
        return reference.startsWith(BUILT_IN)
                ? new BuiltIn(reference.substring(BUILT_IN.length()))
                : new File(Path.of(reference), reference);
    }

    /** A file; presets carry the label they have everywhere. */
    record File(Path path, String label) implements Origin {
        @Override
        public String display() {
            return path.toString();
        }

        @Override
        public String reference() {
            return path.toString();
        }

        @Override
        public Origin sibling(String relative) {
            Path other = path.resolveSibling(relative).normalize();
            Path labelled = Path.of(label).resolveSibling(relative).normalize();
            return new File(other, labelled.toString());
        }

        @Override
        public boolean exists() {
            return Files.isRegularFile(path);
        }

        @Override
        public String absence() {
            return Files.isDirectory(path) ? display() + " is a folder" : Origin.super.absence();
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /** A preset inside the jar, by its path under the presets' folder. */
    record BuiltIn(String label) implements Origin {
        @Override
        public String display() {
            return reference();
        }

        @Override
        public String reference() {
            return BUILT_IN + label;
        }

        @Override
        public Origin sibling(String relative) {
            String other = Path.of(label).resolveSibling(relative).normalize().toString();
            return new BuiltIn(other.replace('\\', '/'));
        }

        @Override
        public boolean exists() {
            return !label.contains("..") && Origin.class.getResource(RESOURCES + label) != null;
        }

        @Override
        public InputStream open() throws IOException {
            InputStream stream = Origin.class.getResourceAsStream(RESOURCES + label);
            if (stream == null) {
                throw new IOException("no such preset inside the jar");
            }
            return stream;
        }
    }

    /** An argument of the command line, {@code --set clock=100 MHz} for one; relative paths in it are the shell's. */
    record CommandLine(String display) implements Origin {
        @Override
        public String label() {
            return display;
        }

        @Override
        public String reference() {
            return display;
        }

        @Override
        public Origin sibling(String relative) {
            return of(relative);
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public InputStream open() throws IOException {
            throw new IOException("the command line is not a file");
        }
    }
}
