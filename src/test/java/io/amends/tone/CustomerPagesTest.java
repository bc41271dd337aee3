package io.amends.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** T-2: what customers read on the pages behind their links, and on the public form, is said as they like to hear it. */
class CustomerPagesTest {

    static Stream<Path> texts() throws IOException {
        return Stream.concat(
                Files.list(Path.of("src/main/resources/texts")),
                Stream.of("complaint", "complaint_zh")
                        .map(name -> Path.of("src/main/resources/messages", name + ".properties")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void the_words_of_our_pages_are_well_chosen(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader words = Files.newBufferedReader(file)) {
            texts.load(words);
        }
        Tone tone = ToneLists.ofTheHouse();
        assertThat(texts.stringPropertyNames()).isNotEmpty().allSatisfy(key -> assertThat(
                        tone.look(texts.getProperty(key), false))
                .as("%s in %s", key, file)
                .isEmpty());
    }
}
