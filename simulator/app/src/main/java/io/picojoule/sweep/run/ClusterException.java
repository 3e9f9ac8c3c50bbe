package io.picojoule.sweep.run;

import org.jspecify.annotations.Nullable;

/** A cluster gave up a sweep: its workers are gone, or end again and again. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClusterException(String master, @Nullable Throwable cause) {
        super(master + " gave up: " + reason(cause) + "; what is done is kept, and --resume goes on from there", cause);
    }

    private static String reason(@Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        return message == null
                ? String.valueOf(cause)
                : message.lines().findFirst().orElse("no reason is given");
    }
}
