package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    private final StringWriter err = new StringWriter();

    @Test
    void lostResultsAreAFailure() {
        assertThat(exitAfter("No space left on device", 0)).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("pj: cannot write the results: No space left on device\n");
        assertThat(exitAfter("No space left on device", 1)).isOne();
    }

    @Test
    void aReaderThatHasSeenEnoughIsNone() {
        assertThat(exitAfter("Broken pipe", 0)).isZero();
        assertThat(err.toString()).isEmpty();
    }

    private int exitAfter(String reason, int code) {
        StandardOutput out = new StandardOutput(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(reason);
            }
        });
        PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
        Session session = new Session(writer, new PrintWriter(err, true), Path.of(""), Optional.empty(), false, false);
        writer.print("results");
        return Main.finish(session, out, code);
    }
}
