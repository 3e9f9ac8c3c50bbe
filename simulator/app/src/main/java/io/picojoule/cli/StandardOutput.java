package io.picojoule.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream of results that remembers why it could not be written; the writers around it forget. */
final class StandardOutput extends OutputStream {
    /** How systems call it that the reader, {@code head} for one, has seen enough. */
    private static final String CLOSED = "broken pipe";

    private final OutputStream stream;

    @Nullable
    private IOException failure;

    StandardOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
        try {
            stream.write(octets, from, count);
        } catch (IOException lost) {
            failure = lost;
            throw lost;
        }
    }

    @Override
    public void flush() throws IOException {
        stream.flush();
    }

    /** What results were lost for; a reader that went away lost none. */
    Optional<String> failure() {
        return Optional.ofNullable(failure)
                .map(lost -> String.valueOf(lost.getMessage()))
                .filter(reason -> !reason.toLowerCase(Locale.ROOT).contains(CLOSED));
    }
}
