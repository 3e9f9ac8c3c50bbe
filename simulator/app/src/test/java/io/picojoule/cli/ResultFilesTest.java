package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Are files there whole or not at all, also when the program is ended between two steps? */
class ResultFilesTest {
    @TempDir
    private Path folder;

    private final ResultFiles files = new ResultFiles();

    @AfterEach
    void close() {
        files.close();
    }

    @Test
    void nothingIsInPlaceBeforeAllAreWritten() throws IOException {
        files.write(folder.resolve("a"), "A");
        files.write(folder.resolve("b"), "B");
        assertThat(folder.resolve("a")).doesNotExist();
        files.publish();
        files.close();
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void whatIsNotPublishedIsRemoved() throws IOException {
        files.write(folder.resolve("a"), "A");
        files.close();
        assertThat(names()).isEmpty();
    }

    @Test
    void theEndRemovesWhatWaits_andNothingIsWrittenAfterIt() throws Exception {
        files.write(folder.resolve("a"), "A");
        files.interrupt();
        assertThat(names()).isEmpty();

        Thread late = new Thread(() -> {
            files.write(folder.resolve("b"), "B");
            files.publish();
        });
        late.setDaemon(true);
        late.start();
        late.join(200);
        assertThat(late.isAlive()).as("waits for the end").isTrue();
        assertThat(names()).isEmpty();
    }

    @Test
    void whatWasPublishedStays() throws IOException {
        files.write(folder.resolve("a"), "A");
        files.publish();
        files.interrupt();
        assertThat(names()).containsExactly("a");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
