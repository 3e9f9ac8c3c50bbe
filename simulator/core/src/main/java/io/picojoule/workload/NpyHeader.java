package io.picojoule.workload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a NumPy file, versions 1.0 to 3.0 (NumPy enhancement proposal 1): a magic string, a version, a length, and a Python
 * dictionary of type, order and shape.
 *
 * @param fortranOrder whether the first index runs fastest
 * @param dataStart where in the file the elements begin
 */
record NpyHeader(
        Type type, ByteOrder byteOrder, boolean fortranOrder, List<Integer> shape, int elements, long dataStart) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** Magic and version; then comes a length of two bytes or four. */
    private static final int PREAMBLE = MAGIC.length + 2;

    private static final int LONGEST_HEADER = 1 << 16;
    private static final String WANTED_FILE = "a NumPy file of version 1.0, 2.0 or 3.0, as numpy.save writes it";
    private static final String WANTED_TYPE = "int8, int16, int32, float32 or float64";

    private static final Pattern DESCRIPTION = Pattern.compile("['\"]descr['\"]\\s*:\\s*(['\"][^'\"]*['\"]|\\[.*\\])");
    private static final Pattern ORDER = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\sL\\d,]*)\\)");
    private static final Pattern EXTENT = Pattern.compile("\\s*(\\d{1,18})L?\\s*");

    /** Types of elements that are read. */
    enum Type {
        INT8(1),
        INT16(2),
        INT32(4),
        FLOAT32(4),
        FLOAT64(8);

        private static final Map<String, Type> BY_CODE =
                Map.of("i1", INT8, "i2", INT16, "i4", INT32, "f4", FLOAT32, "f8", FLOAT64);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }

        boolean isFloat() {
            return this == FLOAT32 || this == FLOAT64;
        }

        double read(ByteBuffer buffer) {
            return switch (this) {
                case INT8 -> buffer.get();
                case INT16 -> buffer.getShort();
                case INT32 -> buffer.getInt();
                case FLOAT32 -> buffer.getFloat();
                case FLOAT64 -> buffer.getDouble();
            };
        }
    }

    /**
     * Reads the header, and checks that the file is as long as it says.
     *
     * @throws TensorFileException if it is no header, or of something that is not read
     */
    static NpyHeader read(TensorBytes file) throws IOException {
        try (InputStream stream = file.open()) {
            return read(file, stream);
        }
    }

    private static NpyHeader read(TensorBytes file, InputStream stream) throws IOException {
        ByteBuffer preamble = ByteBuffer.wrap(stream.readNBytes(PREAMBLE)).order(ByteOrder.LITTLE_ENDIAN);
        if (preamble.remaining() < PREAMBLE || !startsWithMagic(preamble)) {
            throw TensorFileException.of(
                    file.name(), "a file of " + file.size() + " bytes without NumPy's signature", WANTED_FILE);
        }
        int major = preamble.get();
        int minor = preamble.get();
        if (major < 1 || major > 3 || minor != 0) {
            throw TensorFileException.of(file.name(), "version " + major + "." + minor, WANTED_FILE);
        }
        int lengthBytes = major == 1 ? Short.BYTES : Integer.BYTES;
        long length = littleEndian(stream.readNBytes(lengthBytes));
        long dataStart = PREAMBLE + lengthBytes + length;
        if (length > LONGEST_HEADER || dataStart > file.size()) {
            String found = "a header of " + length + " bytes in a file of " + file.size();
            throw TensorFileException.of(file.name(), found, "the whole file");
        }
        ByteBuffer header = ByteBuffer.wrap(stream.readNBytes((int) length));
        String text = (major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1)
                .decode(header)
                .toString();
        return new Parser(file, text.strip()).header(dataStart, file.size() - dataStart);
    }

    private static boolean startsWithMagic(ByteBuffer preamble) {
        byte[] start = new byte[MAGIC.length];
        preamble.get(start);
        return Arrays.equals(start, MAGIC);
    }

    private static long littleEndian(byte[] bytes) {
        long number = 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            number = number << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
        }
        return number;
    }

    /** As Python prints it: {@code [96, 3, 11, 11]}. */
    static String text(List<Integer> shape) {
        return shape.toString();
    }

    /** The dictionary of the header. */
    private record Parser(TensorBytes file, String text) {
        NpyHeader header(long dataStart, long dataBytes) {
            String description = find(DESCRIPTION, "descr");
            boolean fortranOrder = find(ORDER, "fortran_order").equals("True");
            List<Integer> shape = shape(find(SHAPE, "shape"));
            Type type = type(description);
            int elements = elements(shape);
            long wanted = (long) elements * type.bytes();
            if (dataBytes != wanted) {
                throw TensorFileException.of(
                        file.name(),
                        dataBytes + " bytes of elements",
                        wanted + " bytes, as its header says " + NpyHeader.text(shape) + " of " + type.bytes()
                                + " bytes each");
            }
            ByteOrder order = description.charAt(1) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            return new NpyHeader(type, order, fortranOrder, shape, elements, dataStart);
        }

        private String find(Pattern pattern, String key) {
            Matcher matcher = pattern.matcher(text);
            if (!text.startsWith("{") || !text.endsWith("}") || !matcher.find()) {
                String shown = text.length() > 80 ? text.substring(0, 80) + "..." : text;
                throw TensorFileException.of(
                        file.name(), "the header \"" + shown + "\" without a sound '" + key + "'", WANTED_FILE);
            }
            return matcher.group(1);
        }

        private Type type(String description) {
            if (description.startsWith("[")) {
                throw TensorFileException.of(file.name(), "records of several fields", WANTED_TYPE);
            }
            String code = description.substring(1, description.length() - 1);
            Type type = code.length() == 3 && "<>|".indexOf(code.charAt(0)) >= 0
                    ? Type.BY_CODE.get(code.substring(1))
                    : null;
            if (type == null) {
                String what = code.endsWith("O") ? "Python objects" : "elements of type '" + code + "'";
                throw TensorFileException.of(file.name(), what, WANTED_TYPE);
            }
            return type;
        }

        private List<Integer> shape(String extents) {
            List<Integer> shape = new ArrayList<>();
            if (extents.isBlank()) {
                return shape;
            }
            for (String extent : extents.split(",")) {
                if (extent.isBlank()) {
                    continue;
                }
                Matcher matcher = EXTENT.matcher(extent);
                if (!matcher.matches() || Long.parseLong(matcher.group(1)) > Integer.MAX_VALUE) {
                    throw TensorFileException.of(
                            file.name(), "an extent of " + extent.strip(), "at most 2^31 - 1 elements");
                }
                shape.add(Integer.parseInt(matcher.group(1)));
            }
            return List.copyOf(shape);
        }

        private int elements(List<Integer> shape) {
            long elements = 1;
            for (int extent : shape) {
                elements *= extent;
                if (elements > Integer.MAX_VALUE) {
                    throw TensorFileException.of(
                            file.name(), "the shape " + NpyHeader.text(shape), "at most 2^31 - 1 elements");
                }
            }
            return (int) elements;
        }
    }
}
