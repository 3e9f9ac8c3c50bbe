package io.picojoule.workload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/**
 * A tensor from a NumPy file or archive, quantised to words. Integers beyond the word's two's complement saturate; floating-point values are scaled
 * by one factor, so that the largest magnitude becomes the largest word, and rounded half to even. Words of one bit are binary: integers
 * saturate at -1 and 1, and a floating-point value becomes its sign, 1 for zero (Courbariaux et al., BinaryConnect, NIPS 2015).
 *
 * @param values row-major, whatever the order in the file
 * @param saturated how many did not fit the word
 */
public record TensorFile(int[] values, long saturated) {
    /** Values are kept as {@code int}: a wider word holds no more than that. */
    private static final int WIDEST_WORD = Integer.SIZE;

    private static final int CHUNK_BYTES = 1 << 16;
    /** Products with a word stay below infinity up to here. */
    private static final double SAFE_MAGNITUDE = 0x1.0p960;

    /**
     * Reads the whole tensor.
     *
     * @param shapes the shapes that will do
     * @throws TensorFileException if it cannot be read or is of another shape
     */
    public static TensorFile read(TensorReference reference, List<List<Integer>> shapes, int wordBits) {
        if (!reference.isInArchive()) {
            return guarded(reference, "a .npy file", () -> read(TensorBytes.of(reference.file()), shapes, wordBits));
        }
        return guarded(reference, "an .npz archive, as numpy.savez writes it", () -> {
            try (ZipFile archive = new ZipFile(reference.file().toFile())) {
                return read(NpzMember.of(reference, archive), shapes, wordBits);
            }
        });
    }

    /** Reads a file of one tensor. */
    static TensorFile read(Path file, List<List<Integer>> shapes, int wordBits) {
        return read(TensorReference.of(file), shapes, wordBits);
    }

    private interface Reading {
        TensorFile read() throws IOException;
    }

    private static TensorFile guarded(TensorReference reference, String wanted, Reading reading) {
        try {
            return reading.read();
        } catch (NoSuchFileException missing) {
            throw TensorFileException.of(reference.toString(), "no such file", wanted);
        } catch (IOException unreadable) {
            String found = "a file that cannot be read (" + unreadable.getMessage() + ")";
            throw TensorFileException.of(reference.toString(), found, wanted);
        }
    }

    private static TensorFile read(TensorBytes file, List<List<Integer>> shapes, int wordBits) throws IOException {
        NpyHeader header = NpyHeader.read(file);
        if (!shapes.contains(header.shape())) {
            String wanted = shapes.stream().map(NpyHeader::text).collect(Collectors.joining(" or "));
            throw TensorFileException.of(file.name(), "the shape " + NpyHeader.text(header.shape()), wanted);
        }
        return new Reader(file, header, Math.min(wordBits, WIDEST_WORD)).read();
    }

    /** Takes elements in the order of the file. */
    @FunctionalInterface
    private interface Elements {
        void element(double value);
    }

    private static final class Reader {
        private final TensorBytes file;
        private final NpyHeader header;
        private final boolean binary;
        private final double smallest;
        private final double largest;
        private final int[] values;
        private long saturated;

        Reader(TensorBytes file, NpyHeader header, int wordBits) {
            this.file = file;
            this.header = header;
            this.binary = wordBits == 1;
            this.smallest = -Math.scalb(1.0, wordBits - 1);
            this.largest = binary ? 1 : Math.scalb(1.0, wordBits - 1) - 1;
            this.values = new int[header.elements()];
        }

        TensorFile read() throws IOException {
            Places places = new Places(header);
            if (header.type().isFloat()) {
                double magnitude = largestMagnitude();
                double shrink = magnitude > SAFE_MAGNITUDE ? 1 / SAFE_MAGNITUDE : 1;
                double divisor = magnitude == 0 ? 1 : magnitude * shrink;
                each(value -> values[places.next()] =
                        binary ? sign(value) : (int) Math.rint(value * shrink * largest / divisor));
            } else {
                each(value -> values[places.next()] = saturate(value));
            }
            return new TensorFile(values, saturated);
        }

        private static int sign(double value) {
            return value < 0 ? -1 : 1;
        }

        private int saturate(double value) {
            if (value < smallest || value > largest) {
                saturated++;
            }
            return (int) Math.max(smallest, Math.min(largest, value));
        }

        private double largestMagnitude() throws IOException {
            double[] magnitude = new double[1];
            each(value -> {
                if (!Double.isFinite(value)) {
                    throw TensorFileException.of(file.name(), "the value " + value, "finite numbers");
                }
                magnitude[0] = Math.max(magnitude[0], Math.abs(value));
            });
            return magnitude[0];
        }

        private void each(Elements elements) throws IOException {
            byte[] chunk = new byte[CHUNK_BYTES];
            ByteBuffer buffer = ByteBuffer.wrap(chunk).order(header.byteOrder());
            int elementBytes = header.type().bytes();
            try (InputStream stream = file.open()) {
                stream.skipNBytes(header.dataStart());
                for (int left = header.elements(); left > 0; ) {
                    int count = Math.min(left, CHUNK_BYTES / elementBytes);
                    if (stream.readNBytes(chunk, 0, count * elementBytes) < count * elementBytes) {
                        throw new IOException("it ends before its last element");
                    }
                    buffer.clear();
                    for (int i = 0; i < count; i++) {
                        elements.element(header.type().read(buffer));
                    }
                    left -= count;
                }
                if (stream.read() >= 0) {
                    throw new IOException("it goes on behind its last element");
                }
            }
        }
    }

    /** Where in row-major order each element of the file belongs. */
    private static final class Places {
        private final NpyHeader header;
        private final int[] index;
        private final int[] strides;
        private int place;
        private int count;

        Places(NpyHeader header) {
            this.header = header;
            this.index = new int[header.shape().size()];
            this.strides = new int[index.length];
            int stride = 1;
            for (int i = index.length - 1; i >= 0; i--) {
                strides[i] = stride;
                stride *= header.shape().get(i);
            }
        }

        int next() {
            if (!header.fortranOrder()) {
                return count++;
            }
            int current = place;
            for (int i = 0; i < index.length; i++) {
                place += strides[i];
                if (++index[i] < header.shape().get(i)) {
                    break;
                }
                place -= strides[i] * index[i];
                index[i] = 0;
            }
            return current;
        }
    }
}
