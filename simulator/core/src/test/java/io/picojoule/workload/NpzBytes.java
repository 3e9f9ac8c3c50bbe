package io.picojoule.workload;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes archives of NumPy files, as {@code numpy.savez} (stored) and {@code savez_compressed} (deflated) do. */
final class NpzBytes {
    private NpzBytes() {}

    /** @param members bytes by name, with the ending */
    static Path write(Path folder, String name, boolean stored, Map<String, byte[]> members) {
        Path file = folder.resolve(name);
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream archive = new ZipOutputStream(stream)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                ZipEntry entry = new ZipEntry(member.getKey());
                if (stored) {
                    CRC32 checksum = new CRC32();
                    checksum.update(member.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(member.getValue().length);
                    entry.setCrc(checksum.getValue());
                }
                archive.putNextEntry(entry);
                archive.write(member.getValue());
                archive.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }
}
