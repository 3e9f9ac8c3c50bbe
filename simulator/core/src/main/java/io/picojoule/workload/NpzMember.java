package io.picojoule.workload;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An array of an {@code .npz} archive, as {@code numpy.savez} and {@code savez_compressed} write them. Its checksum is checked. */
record NpzMember(String name, ZipFile archive, ZipEntry entry) implements TensorBytes {
    private static final String SUFFIX = ".npy";
    private static final int MOST_NAMES = 12;

    /**
     * The array that is meant.
     *
     * @throws TensorFileException if there is none
     */
    static NpzMember of(TensorReference reference, ZipFile archive) {
        List<String> arrays = archive.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(SUFFIX))
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .toList();
        String wanted = reference.array().orElse(reference.layer());
        String chosen = reference.array().isEmpty() && arrays.size() == 1 ? arrays.get(0) : wanted;
        ZipEntry entry = archive.getEntry(chosen + SUFFIX);
        if (entry == null) {
            String held = String.join(", ", arrays.subList(0, Math.min(MOST_NAMES, arrays.size())));
            String found = arrays.isEmpty()
                    ? "an archive without arrays"
                    : "an archive of the arrays " + held + (arrays.size() > MOST_NAMES ? ", ..." : "");
            throw TensorFileException.of(
                    reference.toString(),
                    found,
                    "an array '" + wanted + "'"
                            + (reference.array().isEmpty()
                                    ? ", or the name of another behind the file's: model.npz#name"
                                    : ""));
        }
        return new NpzMember(reference.file() + "#" + chosen, archive, entry);
    }

    @Override
    public long size() {
        return entry.getSize();
    }

    @Override
    public InputStream open() throws IOException {
        return new Checked(Optional.ofNullable(archive.getInputStream(entry)).orElseThrow(), entry.getCrc());
    }

    /** Compares the checksum at the end. */
    private static final class Checked extends CheckedInputStream {
        private final long expected;

        Checked(InputStream stream, long expected) {
            super(stream, new CRC32());
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            return compared(super.read());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return compared(super.read(buffer, offset, length));
        }

        private int compared(int result) throws IOException {
            if (result < 0 && getChecksum().getValue() != expected) {
                throw new ZipException("its checksum is wrong");
            }
            return result;
        }
    }
}
