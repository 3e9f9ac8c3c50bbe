package io.picojoule.workload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A tensor from a NumPy file, quantised to words. Integers beyond the word's two's complement saturate; floating-point values are scaled
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
     * Reads the whole file.
     *
     * @param shapes the shapes that will do
     * @throws TensorFileException if the file cannot be read or is of another shape
     */
    public static TensorFile read(Path file, List<List<Integer>> shapes, int wordBits) {
        try (FileChannel channel = FileChannel.open(file)) {
            NpyHeader header = NpyHeader.read(file, channel);
            if (!shapes.contains(header.shape())) {
                String wanted = shapes.stream().map(NpyHeader::text).collect(Collectors.joining(" or "));
                throw TensorFileException.of(file, "the shape " + NpyHeader.text(header.shape()), wanted);
            }
            return new Reader(file, channel, header, Math.min(wordBits, WIDEST_WORD)).read();
        } catch (NoSuchFileException missing) {
            throw TensorFileException.of(file, "no such file", "a .npy file");
        } catch (IOException unreadable) {
            throw TensorFileException.of(
                    file, "a file that cannot be read (" + unreadable.getMessage() + ")", "a .npy file");
        }
    }

    /** Takes elements in the order of the file. */
    @FunctionalInterface
    private interface Elements {
        void element(double value);
    }

    private static final class Reader {
        private final Path file;
        private final FileChannel channel;
        private final NpyHeader header;
        private final boolean binary;
        private final double smallest;
        private final double largest;
        private final int[] values;
        private long saturated;

        Reader(Path file, FileChannel channel, NpyHeader header, int wordBits) {
            this.file = file;
            this.channel = channel;
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
                    throw TensorFileException.of(file, "the value " + value, "finite numbers");
                }
                magnitude[0] = Math.max(magnitude[0], Math.abs(value));
            });
            return magnitude[0];
        }

        private void each(Elements elements) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES).order(header.byteOrder());
            channel.position(header.dataStart());
            long left = header.elements();
            while (left > 0) {
                if (channel.read(buffer) < 0) {
                    throw new IOException("it became shorter while it was read");
                }
                buffer.flip();
                while (left > 0 && buffer.remaining() >= header.type().bytes()) {
                    elements.element(header.type().read(buffer));
                    left--;
                }
                buffer.compact();
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
