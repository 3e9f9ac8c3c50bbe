package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Is progress told where somebody looks, and gone at the end? */
class ProgressTest {
    private static final String ERASE = "\r\u001b[K";
    private static final Duration SOON = Duration.ofMillis(20);

    private final StringWriter err = new StringWriter();

    private Progress progress(boolean toTerminal, boolean quiet, Duration patience) {
        PrintWriter writer = new PrintWriter(err, true);
        Session session = new Session(
                new PrintWriter(new StringWriter()), writer, Path.of(""), Optional.empty(), false, toTerminal);
        return new Progress(session, quiet, 2, patience);
    }

    private void awaitText(String text) throws InterruptedException {
        for (int i = 0; i < 500 && !err.toString().contains(text); i++) {
            Thread.sleep(10);
        }
        assertThat(err.toString()).contains(text);
    }

    @Test
    void tellsTaskLayersAndTime_andLeavesNothing() throws InterruptedException {
        try (Progress progress = progress(true, false, SOON)) {
            progress.begin("AlexNet on Eyeriss, batch 4");
            awaitText("0 s: simulating AlexNet on Eyeriss, batch 4 (1 of 2)");
            progress.layerDone("conv2", 6, 8);
            awaitText("0 s, 6 of 8 layers, about 1 s left: simulating AlexNet");
            progress.begin("AlexNet on Eyeriss, batch 16");
            awaitText("about 1 s left: simulating AlexNet on Eyeriss, batch 16 (2 of 2)");
            progress.message("note: something");
            assertThat(err.toString()).endsWith(ERASE + "note: something" + System.lineSeparator());
            awaitText("note: something" + System.lineSeparator() + ERASE);
        }
        String said = err.toString();
        assertThat(said).endsWith(ERASE);
        for (String line : said.split(ERASE.replace("[", "\\["))) {
            assertThat(line).hasSizeLessThan(80);
        }
        Thread.sleep(3 * SOON.toMillis());
        assertThat(err.toString()).as("nothing comes after the end").isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"false, false, 1", "true, true, 1", "true, false, 60000"})
    void saysNothing_withoutATerminal_whenQuiet_orWhenSoonDone(boolean toTerminal, boolean quiet, int patience)
            throws InterruptedException {
        try (Progress progress = progress(toTerminal, quiet, Duration.ofMillis(patience))) {
            progress.begin("task");
            Thread.sleep(150);
        }
        assertThat(err.toString()).isEmpty();
    }
}
