package io.amends.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Where the secret behind all links comes from. */
final class LinkSecret {

    static final int LEAST_LENGTH = 32;

    private LinkSecret() {}

    static byte[] of(LetterProperties properties) {
        String secret = properties.secret();
        Path file = properties.secretFile();
        if ((secret == null || secret.isBlank()) && file != null) {
            secret = kept(file);
        }
        if (secret == null || secret.length() < LEAST_LENGTH) {
            throw new IllegalStateException(
                    "amends.letter.secret (AMENDS_SECRET) needs at least " + LEAST_LENGTH + " characters");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret cannot be kept in " + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, ownerOnly());
            Files.writeString(file, HexFormat.of().formatHex(random), StandardCharsets.US_ASCII);
        } catch (FileAlreadyExistsException e) {
            // another start of the same application was faster: its secret holds
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
