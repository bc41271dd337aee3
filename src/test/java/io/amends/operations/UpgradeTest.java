package io.amends.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A database that an earlier release has filled is brought up to date at the next start. */
class UpgradeTest {

    /** What the release had that led complaints and kept no time yet. */
    private static final Set<String> AN_EARLIER_RELEASE = Set.of("10", "20", "21", "30", "40", "41", "50", "70");

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Test
    void tables_of_every_module_are_added_to_those_of_an_earlier_release(@TempDir Path folder) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql")) {
            String name = file.getFilename();
            if (AN_EARLIER_RELEASE.contains(name.substring(1, name.indexOf("__")))) {
                Files.copy(file.getInputStream(), folder.resolve(name));
            }
        }
        database().locations("filesystem:" + folder).load().migrate();

        Flyway now = database()
                .locations("classpath:db/migration")
                .outOfOrder(asTheApplication())
                .load();
        now.migrate();

        assertThat(now.info().pending()).isEmpty();
        assertThat(Arrays.stream(now.info().applied())
                        .map(MigrationInfo::getVersion)
                        .map(Object::toString)
                        .collect(Collectors.toSet()))
                .containsAll(AN_EARLIER_RELEASE)
                .hasSizeGreaterThan(AN_EARLIER_RELEASE.size());
    }

    private FluentConfiguration database() {
        return Flyway.configure().dataSource(url, "sa", "");
    }

    private static boolean asTheApplication() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return "true".equals(yaml.getObject().getProperty("spring.flyway.out-of-order"));
    }
}
