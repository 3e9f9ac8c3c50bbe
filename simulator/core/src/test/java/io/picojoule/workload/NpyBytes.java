package io.picojoule.workload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes NumPy files, sound and broken, byte by byte: what the reader is tested against. */
public final class NpyBytes {
    private NpyBytes() {}

    /** A sound file of version 1.0. */
    public static byte[] of(String type, boolean fortranOrder, String shape, double... values) {
        return file(1, header(type, fortranOrder, shape), data(type, values));
    }

    public static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String header(String type, boolean fortranOrder, String shape) {
        String order = fortranOrder ? "True" : "False";
        return "{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': (" + shape + "), }";
    }

    static byte[] file(int version, String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        int lengthBytes = version == 1 ? 2 : 4;
        int padding = 63 - (8 + lengthBytes + text.length) % 64;
        int length = text.length + padding + 1;
        ByteBuffer buffer =
                ByteBuffer.allocate(8 + lengthBytes + length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        buffer.put((byte) version).put((byte) 0);
        if (version == 1) {
            buffer.putShort((short) length);
        } else {
            buffer.putInt(length);
        }
        buffer.put(text)
                .put(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII))
                .put((byte) '\n');
        return buffer.put(data).array();
    }

    static byte[] data(String type, double... values) {
        int width = type.charAt(2) - '0';
        ByteBuffer buffer = ByteBuffer.allocate(values.length * width)
                .order(type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (type.substring(1)) {
                case "i1", "u1" -> buffer.put((byte) value);
                case "i2" -> buffer.putShort((short) value);
                case "i4" -> buffer.putInt((int) value);
                case "f4" -> buffer.putFloat((float) value);
                case "f8", "i8" -> buffer.putDouble(value);
                default -> throw new IllegalArgumentException(type);
            }
        }
        return buffer.array();
    }
}
