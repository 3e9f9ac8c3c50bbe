package io.picojoule.workload;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a tensor is: a {@code .npy} file, or an array of an {@code .npz} archive.
 *
 * @param array name of the array, if it is stated; else it is the archive's only one, or that of {@code layer}'s name
 * @param layer whose tensor it is
 */
public record TensorReference(Path file, Optional<String> array, String layer) {
    private static final String ARCHIVE = ".npz";
    private static final char BEFORE_ARRAY = '#';

    /** A file of one tensor. */
    public static TensorReference of(Path file) {
        return new TensorReference(file, Optional.empty(), "");
    }

    /** Whether text names a file that may hold a tensor: {@code a.npy}, {@code a.npz} or {@code a.npz#array}. */
    public static boolean isOne(String text) {
        return (fileOf(text).endsWith(".npy") && arrayOf(text).isEmpty())
                || fileOf(text).endsWith(ARCHIVE);
    }

    /** The file that text names. */
    public static String fileOf(String text) {
        return arrayStart(text) < 0 ? text : text.substring(0, arrayStart(text));
    }

    /** The array that text names. */
    public static Optional<String> arrayOf(String text) {
        return arrayStart(text) < 0 ? Optional.empty() : Optional.of(text.substring(arrayStart(text) + 1));
    }

    private static int arrayStart(String text) {
        int archive = text.indexOf(ARCHIVE + BEFORE_ARRAY);
        return archive < 0 ? -1 : archive + ARCHIVE.length();
    }

    boolean isInArchive() {
        return file.toString().endsWith(ARCHIVE);
    }

    @Override
    public String toString() {
        return file + array.map(name -> BEFORE_ARRAY + name).orElse("");
    }
}
