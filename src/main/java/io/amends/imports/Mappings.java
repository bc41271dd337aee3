package io.amends.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.modeling.FormRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The mappings that come with the application. */
@Component
class Mappings {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

    private final ObjectMapper json;

    Mappings(ObjectMapper json) {
        this.json = json;
    }

    Mapping named(String name, String target) {
        var file = new ClassPathResource("imports/" + name + ".yaml");
        if (!NAME.matcher(name).matches() || !file.exists()) {
            throw new FormRefusal("mapping", "is not known");
        }
        try (var text = file.getInputStream()) {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text);
            var mapping = json.convertValue(yaml, Mapping.class);
            if (!mapping.target().equals(target)) {
                throw new FormRefusal("mapping", "is for " + mapping.target());
            }
            return mapping;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
