package io.picojoule.config.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Reads a document from where it was found: at most 2 MB of UTF-8, a map at the top. */
public final class DocumentFile {
    private static final int LARGEST_BYTES = 2_000_000;

    private DocumentFile() {}

    /** The document, or nothing if it could not be read. */
    public static Optional<Mapping> read(Origin origin, Problems problems) {
        return text(origin, LARGEST_BYTES, problems)
                .flatMap(text -> DocumentParser.parse(origin, text, problems))
                .flatMap(root -> map(root, "name: Eyeriss", problems));
    }

    /** The root as a map. */
    static Optional<Mapping> map(Node root, String example, Problems problems) {
        if (root instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.add(new Problem(root.place(), "", root.what() + " was found", "a map of keys is wanted", example));
        return Optional.empty();
    }

    /** The file's text, of at most 2 MB, or nothing if it could not be read. */
    public static Optional<String> text(Origin origin, Problems problems) {
        return text(origin, LARGEST_BYTES, problems);
    }

    /** The file's text, or nothing if it could not be read. */
    static Optional<String> text(Origin origin, int largestBytes, Problems problems) {
        if (origin instanceof Origin.File file && Files.isDirectory(file.path())) {
            problem(origin, "is a folder", "a file is wanted", problems);
            return Optional.empty();
        }
        try (InputStream stream = origin.open()) {
            byte[] bytes = stream.readNBytes(largestBytes + 1);
            if (bytes.length > largestBytes) {
                problem(origin, "is larger than " + largestBytes / 1_000_000 + " MB", "", problems);
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException otherEncoding) {
            problem(origin, "is not UTF-8 text", "save it as UTF-8", problems);
        } catch (NoSuchFileException missing) {
            problem(origin, "there is no such file", "", problems);
        } catch (AccessDeniedException denied) {
            problem(origin, "may not be read by this user", "", problems);
        } catch (IOException unreadable) {
            problem(origin, "cannot be read: " + unreadable.getMessage(), "", problems);
        }
        return Optional.empty();
    }

    private static void problem(Origin origin, String found, String wanted, Problems problems) {
        problems.add(new Problem(Place.of(origin), "", found, wanted));
    }
}
