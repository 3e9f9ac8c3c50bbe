package io.picojoule.sweep.store;

import java.nio.file.Path;

/** The file of a sweep cannot be used: there is no room, or it is not one, or somebody else writes it. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(Path file, String why) {
        super(file + ": " + why);
    }

    StoreException(Path file, Exception cause) {
        super(file + ": " + cause.getMessage(), cause);
    }
}
