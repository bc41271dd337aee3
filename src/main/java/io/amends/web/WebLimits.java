package io.amends.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is read of a request's body.
 *
 * @param body of an ordinary request or form
 * @param models of diagrams, tables and forms together
 * @param importFile of an import; Spring's own multipart limits have to allow it, too
 */
@ConfigurationProperties("amends.web.limits")
record WebLimits(
        @DefaultValue("256KB") DataSize body,
        @DefaultValue("8MB") DataSize models,
        @DefaultValue("512MB") DataSize importFile) {}
