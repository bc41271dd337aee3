package io.amends.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkSecretTest {

    @TempDir
    Path folder;

    @Test
    void a_missing_or_short_secret_stops_the_start() {
        assertThatThrownBy(() -> LinkSecret.of(properties("", null))).hasMessageContaining("AMENDS_SECRET");
        assertThatThrownBy(() -> LinkSecret.of(properties("short", null))).hasMessageContaining("at least 32");
    }

    @Test
    void a_secret_made_once_is_kept_for_its_owner_only() throws Exception {
        Path file = folder.resolve("data/secret");
        byte[] made = LinkSecret.of(properties("", file));
        assertThat(LinkSecret.of(properties(null, file))).isEqualTo(made).hasSize(64);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_token_has_256_bits_and_follows_from_link_and_secret() {
        UUID link = UUID.randomUUID();
        LinkTokens tokens = new LinkTokens("one secret".getBytes());
        assertThat(tokens.token(link)).matches("[A-Za-z0-9_-]{43}").isEqualTo(tokens.token(link));
        assertThat(tokens.token(link)).isNotEqualTo(tokens.token(UUID.randomUUID()));
        assertThat(tokens.token(link)).isNotEqualTo(new LinkTokens("another".getBytes()).token(link));
    }

    @Test
    void both_languages_say_the_same_things() {
        for (String name : new String[] {"texts.link", "texts.letter"}) {
            assertThat(ResourceBundle.getBundle(name, Locale.CHINESE).keySet())
                    .isEqualTo(ResourceBundle.getBundle(name, Locale.ENGLISH).keySet());
        }
    }

    private static LetterProperties properties(String secret, Path file) {
        return new LetterProperties(
                "service@amends.example",
                "Amends",
                "Amends press",
                URI.create("https://amends.example"),
                null,
                secret,
                file,
                Duration.ofSeconds(1),
                Duration.ofMinutes(15));
    }
}
