package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Is the right array of an archive read, and is a broken one refused in words that help? */
class NpzTest {
    /** What {@code numpy.savez_compressed("x.npz", a=numpy.array([[1, -2], [3, 4]], dtype="int16"))} writes. */
    private static final String BY_NUMPY =
            "UEsDBC0AAAAIAAAAIQDu1OjF//////////8FABQAYS5ucHkBABAAiAAAAAAAAABOAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loG6TaaSuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CkaaOgq1CmQDLkaGf/+ZGVgYAFBLAQItAy0AAAAIAAAAIQDu1OjFTgAAAIgAAAAFAAAAAAAAAAAAAACAAQAAAABhLm5weVBLBQYAAAAAAQABADMAAACFAAAAAAA=";

    @TempDir
    private Path folder;

    private Path archive(boolean stored) {
        Map<String, byte[]> members = new TreeMap<>(Map.of(
                "fc6.npy", NpyBytes.of("<i2", false, "2,", 1, 2),
                "fc7.npy", NpyBytes.of("<f4", false, "3,", 1, -2, 0.5),
                "notes.txt", new byte[] {1}));
        return NpzBytes.write(folder, "model.npz", stored, members);
    }

    private static int[] read(Path file, Optional<String> array, String layer, int size) {
        return TensorFile.read(new TensorReference(file, array, layer), List.of(List.of(size)), 8)
                .values();
    }

    @Test
    void anArchiveOfNumPys_isRead() throws IOException {
        Path file = Files.write(folder.resolve("x.npz"), Base64.getDecoder().decode(BY_NUMPY));
        TensorReference reference = new TensorReference(file, Optional.empty(), "conv1");

        assertThat(TensorFile.read(reference, List.of(List.of(2, 2)), 16).values())
                .containsExactly(1, -2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theArrayIsTheNamedOne_orTheLayers_orTheOnlyOne(boolean stored) {
        Path file = archive(stored);
        assertThat(read(file, Optional.of("fc6"), "conv1", 2)).containsExactly(1, 2);
        assertThat(read(file, Optional.empty(), "fc7", 3)).containsExactly(64, -127, 32);
        Path single =
                NpzBytes.write(folder, "one.npz", stored, Map.of("arr_0.npy", NpyBytes.of("<i1", false, "1,", 5)));
        assertThat(read(single, Optional.empty(), "conv1", 1)).containsExactly(5);
    }

    @Test
    void anArrayThatIsNotThere_isRefused_withThoseThatAre() {
        Path file = archive(true);
        assertThatThrownBy(() -> read(file, Optional.of("fc8"), "fc6", 2))
                .isInstanceOf(TensorFileException.class)
                .hasMessage(file + "#fc8: found an archive of the arrays fc6, fc7; wanted is an array 'fc8'");
        assertThatThrownBy(() -> read(file, Optional.empty(), "conv1", 2))
                .hasMessage(
                        file + ": found an archive of the arrays fc6, fc7; wanted is an array 'conv1', or the name of "
                                + "another behind the file's: model.npz#name");
        Path empty = NpzBytes.write(folder, "empty.npz", true, Map.of("a.txt", new byte[0]));
        assertThatThrownBy(() -> read(empty, Optional.empty(), "conv1", 2)).hasMessageContaining("without arrays");
    }

    @Test
    void whatIsWrongWithAnArray_isToldOfThatArray() {
        Path file = archive(false);
        assertThatThrownBy(() -> read(file, Optional.of("fc6"), "", 3))
                .hasMessage(file + "#fc6: found the shape [2]; wanted is [3]");
        Path bad = NpzBytes.write(
                folder,
                "bad.npz",
                false,
                Map.of(
                        "a.npy", NpyBytes.of("<f4", false, "2,", 1, Double.NaN),
                        "b.npy", NpyBytes.of("|u1", false, "1,", 1),
                        "c.npy", new byte[20]));
        assertThatThrownBy(() -> read(bad, Optional.of("a"), "", 2))
                .hasMessageContaining("bad.npz#a: found the value NaN");
        assertThatThrownBy(() -> read(bad, Optional.of("b"), "", 1)).hasMessageContaining("elements of type '|u1'");
        assertThatThrownBy(() -> read(bad, Optional.of("c"), "", 1)).hasMessageContaining("without NumPy's signature");
    }

    @Test
    void whatIsNoArchive_isRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.npz"), "no archive");
        assertThatThrownBy(() -> read(text, Optional.empty(), "a", 1))
                .isInstanceOf(TensorFileException.class)
                .hasMessageContaining("cannot be read")
                .hasMessageContaining("an .npz archive, as numpy.savez writes it");
        assertThatThrownBy(() -> read(folder.resolve("none.npz"), Optional.empty(), "a", 1))
                .hasMessageContaining("no such file");
    }

    /** Every truncation, and every byte in turn made another: read right, or refused as the user's file. */
    @Test
    void damagedArchives_areReadRightOrRefused() throws IOException {
        byte[] sound = Files.readAllBytes(archive(false));
        for (int i = 0; i < 2 * sound.length; i++) {
            byte[] damaged = i < sound.length ? Arrays.copyOf(sound, i) : sound.clone();
            if (i >= sound.length) {
                damaged[i - sound.length] ^= 0x55;
            }
            Path file = Files.write(folder.resolve("damaged.npz"), damaged);
            try {
                assertThat(read(file, Optional.of("fc6"), "", 2))
                        .as("damage " + i)
                        .containsExactly(1, 2);
            } catch (TensorFileException refused) {
                assertThat(refused.getMessage()).as("damage " + i).contains("damaged.npz");
            }
        }
    }

    @Test
    void references_areReadFromText() {
        assertThat(TensorReference.isOne("a.npy")).isTrue();
        assertThat(TensorReference.isOne("a.npz")).isTrue();
        assertThat(TensorReference.isOne("a.npz#b/c")).isTrue();
        assertThat(TensorReference.isOne("a.npy#b")).isFalse();
        assertThat(TensorReference.isOne("a.bin")).isFalse();
        assertThat(TensorReference.fileOf("x#y/a.npz#b")).isEqualTo("x#y/a.npz");
        assertThat(TensorReference.arrayOf("x#y/a.npz#b")).contains("b");
        assertThat(TensorReference.arrayOf("x#y/a.npz")).isEmpty();
    }
}
