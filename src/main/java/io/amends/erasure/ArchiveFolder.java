package io.amends.erasure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.amends.casefile.CaseFile;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where cases go before they are removed: a file for each, read back before anything is deleted. */
@Component
class ArchiveFolder {

    private final @Nullable Path folder;
    private final ObjectProvider<CaseArchive> parts;
    private final Clock clock;
    private final JsonFactory json = new JsonFactory();

    ArchiveFolder(RetentionProperties properties, ObjectProvider<CaseArchive> parts, Clock clock) {
        this.folder = properties.archive();
        this.parts = parts;
        this.clock = clock;
    }

    /** Why nothing can be archived, or empty when it can. */
    Optional<String> problem() {
        if (folder == null || folder.toString().isBlank()) {
            return Optional.of("No folder is set for cases that are removed (amends.retention.archive)");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            return Optional.of("The folder for cases that are removed cannot be made: " + folder);
        }
        return Files.isWritable(folder)
                ? Optional.empty()
                : Optional.of("The folder for cases that are removed cannot be written to: " + folder);
    }

    /**
     * Writes the case's file, brings it onto the disk and reads it back. A file of the same case from a night that was cut off is
     * replaced.
     */
    Archived write(CaseFile file) {
        try {
            String name = "%s/%d/%s.json"
                    .formatted(
                            file.processKey(),
                            file.openedAt().atZone(ZoneOffset.UTC).getYear(),
                            file.number());
            Path place = root().resolve(name);
            Files.createDirectories(place.getParent());
            Path unfinished = place.resolveSibling(file.number() + ".unfinished");
            String written = write(file, unfinished);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            String read = hash(place);
            if (!written.equals(read)) {
                throw new IOException("The file " + place + " does not read as it was written");
            }
            return new Archived(name, read, Files.size(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(CaseFile file, Path place) throws IOException {
        MessageDigest digest = sha256();
        try (FileOutputStream disk = new FileOutputStream(place.toFile());
                OutputStream out = new DigestOutputStream(new BufferedOutputStream(disk), digest);
                JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringField("format", "amends-case/1");
            generator.writeStringField("case", file.number());
            generator.writeStringField("process", file.processKey());
            generator.writeStringField("closedAt", String.valueOf(file.closedAt()));
            generator.writeStringField("archivedAt", clock.instant().toString());
            for (CaseArchive part : parts.orderedStream().toList()) {
                generator.writeFieldName(part.name());
                part.write(file.number(), generator);
            }
            generator.writeEndObject();
            generator.flush();
            disk.getFD().sync();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(Path place) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(place), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Path root() throws IOException {
        if (folder == null) {
            throw new IOException("No folder is set");
        }
        return folder;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * A case's file.
     *
     * @param name below the folder
     * @param hash SHA-256 of its bytes, in hexadecimal digits
     */
    record Archived(String name, String hash, long bytes) {}
}
