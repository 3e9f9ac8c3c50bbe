package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Is every file that is no sound tensor refused, with what was found and what is wanted? */
class BrokenTensorFileTest {
    @TempDir
    private Path folder;

    private void refused(byte[] bytes, String... words) {
        Path file = NpyBytes.write(folder, "broken.npy", bytes);
        assertThatThrownBy(() -> TensorFile.read(file, List.of(List.of(3)), 16))
                .isInstanceOf(TensorFileException.class)
                .hasMessageStartingWith(file + ": found ")
                .hasMessageContaining("wanted is")
                .hasMessageContainingAll(words);
    }

    private static byte[] withHeader(String header) {
        return NpyBytes.file(1, header, NpyBytes.data("<i2", 1, 2, 3));
    }

    @Test
    void filesOfAnotherKind() {
        refused(new byte[0], "0 bytes without NumPy's signature");
        refused("PK, and something longer than the signature".getBytes(StandardCharsets.US_ASCII), "signature");
        byte[] version4 = NpyBytes.of("<i2", false, "3,", 1, 2, 3);
        version4[6] = 4;
        refused(version4, "version 4.0", "1.0, 2.0 or 3.0");
        version4[6] = 1;
        version4[7] = 1;
        refused(version4, "version 1.1");
    }

    @Test
    void missingFiles_andFolders() {
        Path missing = folder.resolve("missing.npy");
        assertThatThrownBy(() -> TensorFile.read(missing, List.of(), 16))
                .isInstanceOf(TensorFileException.class)
                .hasMessage(missing + ": found no such file; wanted is a .npy file");
        assertThatThrownBy(() -> TensorFile.read(folder, List.of(), 16))
                .isInstanceOf(TensorFileException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aSoundFile_cutAnywhere_isRefused() {
        byte[] sound = NpyBytes.of("<i2", false, "3,", 1, 2, 3);
        assertThat(TensorFile.read(NpyBytes.write(folder, "sound.npy", sound), List.of(List.of(3)), 16)
                        .values())
                .containsExactly(1, 2, 3);
        for (int length = 0; length < sound.length; length++) {
            refused(Arrays.copyOf(sound, length), "bytes");
        }
        refused(
                Arrays.copyOf(sound, sound.length - 1),
                "5 bytes of elements",
                "6 bytes, as its header says [3] of 2 bytes each");
        refused(Arrays.copyOf(sound, sound.length + 1), "7 bytes of elements");
    }

    @ParameterizedTest
    @CsvSource({
        "|u1, elements of type '|u1'",
        "<i8, elements of type '<i8'",
        "<f2, elements of type '<f2'",
        "<c8, elements of type '<c8'",
        "|b1, elements of type '|b1'",
        "|O, Python objects"
    })
    void otherTypes(String type, String found) {
        refused(withHeader(NpyBytes.header(type, false, "3,")), found, "int8, int16, int32, float32 or float64");
    }

    @Test
    void records() {
        refused(
                withHeader("{'descr': [('a', '<i2')], 'fortran_order': False, 'shape': (3,), }"),
                "records of several fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4,", "3, 1", "1, 3", "", "0,"})
    void otherShapes(String shape) {
        double[] values = new double
                [shape.isEmpty() ? 1 : Integer.parseInt(shape.substring(0, 1)) * (shape.endsWith("3") ? 3 : 1)];
        refused(
                NpyBytes.of("<i2", false, shape, values),
                "the shape [" + shape.replaceAll(",$", "") + "]",
                "wanted is [3]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"65536, 65536", "2147483648,", "99999999999999999999,", "2147483647, 2147483647, 2147483647"})
    void absurdSizes_areRefusedBeforeAnythingIsAllocated(String shape) {
        refused(withHeader(NpyBytes.header("<i2", false, shape)), "at most 2^31 - 1 elements");
    }

    @Test
    void headersThatLie() {
        refused(withHeader(NpyBytes.header("<i4", false, "3,")), "6 bytes of elements", "12 bytes");
        refused(withHeader(NpyBytes.header("<i2", false, "2147483647,")), "4294967294 bytes");
        byte[] longHeader = NpyBytes.file(2, NpyBytes.header("<i2", false, "3,"), new byte[6]);
        longHeader[11] = (byte) 0xFF;
        refused(longHeader, "a header of 42", "in a file of " + longHeader.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{'descr': '<i2', 'shape': (3,)}",
                "{'descr': '<i2', 'fortran_order': 0, 'shape': (3,)}",
                "{'descr': '<i2', 'fortran_order': False, 'shape': 3}",
                "{'descr': '<i2', 'fortran_order': False, 'shape': (-3,)}",
                "{'descr': <i2, 'fortran_order': False, 'shape': (3,)}",
                "{'descr': '<i2', 'fortran_order': False, 'shape': (3,)"
            })
    void headersThatAreNoSuchDictionary(String header) {
        refused(withHeader(header), "without a sound '");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void floatsThatAreNoNumbers(double value) {
        refused(NpyBytes.of("<f8", false, "3,", 1, value, 2), "the value " + value, "finite numbers");
    }
}
