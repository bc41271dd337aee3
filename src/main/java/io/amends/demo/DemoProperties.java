package io.amends.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param smtpPort where every mail that leaves arrives
 * @param imapPort where it can be read
 * @param data whether customers and cases are made in a new database
 */
@ConfigurationProperties("amends.demo")
record DemoProperties(
        @DefaultValue("3025") int smtpPort,
        @DefaultValue("3143") int imapPort,
        @DefaultValue("true") boolean data) {}
