package io.amends.tone;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.util.ResourceUtils;

/** The house's list of words, in every language that letters are written in; read at the start. */
@Component
@EnableConfigurationProperties(ToneProperties.class)
class ToneList implements Tone {

    private static final List<String> LANGUAGES = List.of("en", "zh");

    private final List<TonePair> pairs;

    ToneList(ToneProperties properties, ResourceLoader resources) {
        String folder = properties.tone().endsWith("/") ? properties.tone() : properties.tone() + "/";
        this.pairs = LANGUAGES.stream()
                .flatMap(language -> ToneFile.read(language, file(folder + language + ".yaml", resources)).stream())
                .toList();
    }

    @Override
    public List<Remark> look(String text, boolean apology) {
        return look(false, text, apology);
    }

    @Override
    public List<Remark> lookForMedia(String text) {
        return look(true, text, false);
    }

    private List<Remark> look(boolean forMedia, String text, boolean apology) {
        return pairs.stream()
                .filter(pair -> pair.forMedia() == forMedia)
                .map(pair -> pair.look(text, apology))
                .flatMap(Optional::stream)
                .toList();
    }

    List<TonePair> pairs() {
        return pairs;
    }

    private static Resource file(String location, ResourceLoader resources) {
        return ResourceUtils.isUrl(location) ? resources.getResource(location) : new FileSystemResource(location);
    }
}
