package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Are the values of NumPy files read as they were meant, and turned into words as promised? */
class TensorFileTest {
    /** {@code numpy.save} of {@code asfortranarray([[-2, -1, 0], [1, 2, 3]], '<i2')}, NumPy 2.4. */
    private static final String BY_NUMPY =
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGkyJywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMyksIH0gICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAr+/wEA//8CAAAAAwA=";

    @TempDir
    private Path folder;

    private TensorFile read(byte[] bytes, int wordBits, Integer... shape) {
        return TensorFile.read(NpyBytes.write(folder, "tensor.npy", bytes), List.of(List.of(shape)), wordBits);
    }

    @Test
    void aFileOfNumpyItself_isRead() {
        TensorFile tensor = read(Base64.getDecoder().decode(BY_NUMPY), 16, 2, 3);

        assertThat(tensor.values()).containsExactly(-2, -1, 0, 1, 2, 3);
        assertThat(tensor.saturated()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"|i1", "<i1", ">i1", "<i2", ">i2", "<i4", ">i4"})
    void integersOfEveryWidthAndByteOrder_areReadAsTheyAre(String type) {
        TensorFile tensor = read(NpyBytes.of(type, false, "5,", -128, -1, 0, 1, 127), 16, 5);

        assertThat(tensor.values()).containsExactly(-128, -1, 0, 1, 127);
        assertThat(tensor.saturated()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyVersion_isRead(int version) {
        byte[] bytes = NpyBytes.file(version, NpyBytes.header("<i2", false, "3,"), NpyBytes.data("<i2", 7, 8, 9));

        assertThat(read(bytes, 16, 3).values()).containsExactly(7, 8, 9);
    }

    @Test
    void aFileLargerThanOneChunk_isReadToTheEnd() {
        double[] values = IntStream.range(0, 70_000).mapToDouble(i -> i).toArray();

        TensorFile tensor = read(NpyBytes.of("<i4", false, "70000,", values), 32, 70_000);

        assertThat(tensor.values()).isEqualTo(IntStream.range(0, 70_000).toArray());
    }

    @Test
    void fortranOrder_isTransposed() {
        // Value 100 a + 10 b + c at [a][b][c], the first index running fastest.
        double[] values = new double[2 * 3 * 4];
        int[] expected = new int[values.length];
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 3; b++) {
                for (int c = 0; c < 4; c++) {
                    values[a + 2 * (b + 3 * c)] = 100 * a + 10 * b + c;
                    expected[(a * 3 + b) * 4 + c] = 100 * a + 10 * b + c;
                }
            }
        }

        assertThat(read(NpyBytes.of("<i2", true, "2, 3, 4", values), 16, 2, 3, 4)
                        .values())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"8, -128, 127, 4", "16, -32768, 32767, 2", "4, -8, 7, 7", "1, -1, 1, 7"})
    void integersBeyondTheWord_saturateAndAreCounted(int bits, int smallest, int largest, long saturated) {
        double[] values = {-40_000, -200, -100, 0, 100, 200, 40_000, 0, 100};

        TensorFile tensor = read(NpyBytes.of("<i4", false, "9,", values), bits, 9);

        int[] expected = Arrays.stream(values)
                .mapToInt(value -> (int) Math.max(smallest, Math.min(largest, value)))
                .toArray();
        assertThat(tensor.values()).isEqualTo(expected);
        assertThat(tensor.saturated()).isEqualTo(saturated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f4", ">f4", "<f8", ">f8"})
    void floats_areScaledToTheWordAndRoundedHalfToEven(String type) {
        // The largest magnitude is 254, of 127 in an 8-bit word: every value is halved.
        TensorFile tensor = read(NpyBytes.of(type, false, "9,", -254, 1, 3, 5, -1, -3, 2, 0.99, -0.0), 8, 9);

        assertThat(tensor.values()).containsExactly(-127, 0, 2, 2, 0, -2, 1, 0, 0);
        assertThat(tensor.saturated()).isZero();
    }

    @Test
    void floatsOfOneBit_areSigns() {
        assertThat(read(NpyBytes.of("<f4", false, "5,", -254, 1, 0.001, -0.001, 0), 1, 5)
                        .values())
                .containsExactly(-1, 1, 1, -1, 1);
    }

    @Test
    void extremeFloats_neitherOverflowNorVanish() {
        double huge = Double.MAX_VALUE;
        double tiny = Double.MIN_VALUE;

        assertThat(read(NpyBytes.of("<f8", false, "4,", huge, -huge, huge / 2, tiny), 16, 4)
                        .values())
                .containsExactly(32767, -32767, 16384, 0);
        assertThat(read(NpyBytes.of("<f8", false, "3,", tiny, 0, -tiny), 16, 3).values())
                .containsExactly(32767, 0, -32767);
        assertThat(read(NpyBytes.of("<f8", false, "2,", 0, -0.0), 16, 2).values())
                .containsExactly(0, 0);
        assertThat(read(NpyBytes.of("<f8", false, "2,", 1, -1), 64, 2).values())
                .containsExactly(Integer.MAX_VALUE, -Integer.MAX_VALUE);
    }

    @Test
    void anyOfTheWantedShapes_willDo() {
        Path file = NpyBytes.write(folder, "w.npy", NpyBytes.of("<i2", false, "2, 3", 1, 2, 3, 4, 5, 6));

        assertThat(TensorFile.read(file, List.of(List.of(6), List.of(2, 3)), 16).values())
                .hasSize(6);
        assertThatThrownBy(() -> TensorFile.read(file, List.of(List.of(6), List.of(3, 2)), 16))
                .isInstanceOf(TensorFileException.class)
                .hasMessage(file + ": found the shape [2, 3]; wanted is [6] or [3, 2]");
    }
}
