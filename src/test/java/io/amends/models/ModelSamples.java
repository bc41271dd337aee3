package io.amends.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The house's own models, and changes of them. */
final class ModelSamples {

    private ModelSamples() {}

    static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** With the first of these words changed; they have to be there. */
    static String changed(String text, String old, String now) {
        assertThat(text).contains(old);
        int at = text.indexOf(old);
        return text.substring(0, at) + now + text.substring(at + old.length());
    }
}
