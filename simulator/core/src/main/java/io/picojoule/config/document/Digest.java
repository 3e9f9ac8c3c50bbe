package io.picojoule.config.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A fingerprint of what a document says: the same for every order of keys, layout, comment, source, range, note and place of the file, another for
 * another value.
 */
public final class Digest {
    private static final Set<String> PROSE = Set.of("description", "source", "notes");

    private Digest() {}

    /** SHA-256, as 64 hexadecimal digits. */
    public static String of(Mapping root) {
        StringBuilder canonical = new StringBuilder();
        write(root, canonical);
        return hex(sha().digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** SHA-256 of a file's bytes, as 64 hexadecimal digits; no digits for one that cannot be read: whoever needs it says so. */
    public static String ofBytes(Origin origin) {
        MessageDigest sha = sha();
        if (!origin.exists()) {
            return "";
        }
        try (InputStream bytes = new DigestInputStream(origin.open(), sha)) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return hex(sha.digest());
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void write(Node node, StringBuilder out) {
        if (node instanceof Scalar scalar) {
            text(scalar.text().strip(), out);
        } else if (node instanceof Sequence list) {
            list(list.items(), out);
        } else if (node instanceof Mapping mapping) {
            out.append('{');
            new TreeMap<>(mapping.entries()).forEach((key, entry) -> {
                if (!PROSE.contains(key)) {
                    text(key, out);
                    write(entry.value(), out);
                }
            });
            out.append('}');
        }
    }

    private static void list(List<Node> items, StringBuilder out) {
        out.append('[');
        items.forEach(item -> write(item, out));
        out.append(']');
    }

    /** Length first, so that no two documents write the same. */
    private static void text(String text, StringBuilder out) {
        out.append(text.length()).append(':').append(text).append(',');
    }
}
