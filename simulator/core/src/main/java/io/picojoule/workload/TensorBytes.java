package io.picojoule.workload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a tensor file, which may be read more than once. */
interface TensorBytes {
    /** What messages call it. */
    String name();

    long size() throws IOException;

    InputStream open() throws IOException;

    /** A file of its own. */
    static TensorBytes of(Path file) {
        return new TensorBytes() {
            @Override
            public String name() {
                return file.toString();
            }

            @Override
            public long size() throws IOException {
                return Files.size(file);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
