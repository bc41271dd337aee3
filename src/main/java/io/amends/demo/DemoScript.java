package io.amends.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the cases that the demo begins with. */
final class DemoScript {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private DemoScript() {}

    static List<DemoCase> read() throws IOException {
        return List.of(MAPPER.convertValue(yaml("demo/cases.yaml"), DemoCase[].class));
    }

    static List<DemoLostCustomer> lostCustomers() throws IOException {
        return List.of(MAPPER.convertValue(yaml("demo/lost-customers.yaml"), DemoLostCustomer[].class));
    }

    static List<DemoMediaCrisis> mediaCrises() throws IOException {
        return List.of(MAPPER.convertValue(yaml("demo/media-crises.yaml"), DemoMediaCrisis[].class));
    }

    static DemoMedia media() throws IOException {
        return MAPPER.convertValue(yaml("demo/media-register.yaml"), DemoMedia.class);
    }

    private static Object yaml(String path) throws IOException {
        try (InputStream file = new ClassPathResource(path).getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        }
    }
}
