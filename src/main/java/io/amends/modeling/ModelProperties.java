package io.amends.modeling;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the models are.
 *
 * @param models a folder that holds {@code processes/} and {@code forms/}; without it those inside the application
 * @param modelsAnew whether what they hold counts at the start, even over what people have deployed since
 */
@ConfigurationProperties("amends")
record ModelProperties(
        @Nullable Path models, @DefaultValue("false") boolean modelsAnew) {}
