package io.amends.letter;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Every letter of the house, as {@code letters/<name>/about.yaml} tells of it. Read at the start; a refusal names the file. */
@Component
class LetterCatalog {

    private static final String ROOT = "letters/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
            .build();

    private final Map<String, Object> usual;
    private final List<LetterAbout> letters;

    LetterCatalog() throws IOException {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        usual = yaml(files.getResource("classpath:" + ROOT + "sample.yaml"));
        letters = Stream.of(files.getResources("classpath*:" + ROOT + "*/about.yaml"))
                .map(LetterCatalog::about)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** By name. */
    List<LetterAbout> all() {
        return letters;
    }

    Optional<LetterAbout> find(String name) {
        return letters.stream().filter(letter -> letter.name().equals(name)).findFirst();
    }

    /** What usual cases have to say; a letter's own sample goes before it. */
    Map<String, Object> usual() {
        return usual;
    }

    private static LetterAbout about(Resource file) {
        String path = file.getDescription();
        Map<String, Object> about = new HashMap<>(yaml(file));
        String folder = path.substring(path.lastIndexOf(ROOT) + ROOT.length());
        about.put("name", folder.substring(0, folder.indexOf('/')));
        try {
            return JSON.convertValue(about, LetterAbout.class);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(
                    path + " says something that cannot be meant: " + wrong.getMessage(), wrong);
        }
    }

    private static Map<String, Object> yaml(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
        } catch (IOException | YAMLException unreadable) {
            throw new IllegalStateException(
                    file.getDescription() + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
