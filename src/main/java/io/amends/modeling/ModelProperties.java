package io.amends.modeling;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the models are.
 *
 * @param models a folder that holds {@code processes/} and {@code forms/}; without it those inside the application
 */
@ConfigurationProperties("amends")
record ModelProperties(@Nullable Path models) {}
