package io.amends.staff;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The log's last lines of a demo: where to go and who to be. */
@Component
@Profile("demo")
class DemoGreeting {

    private static final Logger LOG = LoggerFactory.getLogger(DemoGreeting.class);

    private final DemoStaff staff;
    private final Environment environment;

    DemoGreeting(DemoStaff staff, Environment environment) {
        this.staff = staff;
        this.environment = environment;
    }

    @EventListener(DemoReady.class)
    void greet() {
        StringBuilder lines = new StringBuilder(
                "Amends is ready. Open http://%s:%s/ and sign in as one of these; the password is the name."
                        .formatted(
                                environment.getProperty("server.address", "127.0.0.1"),
                                environment.getProperty(
                                        "local.server.port", environment.getProperty("server.port", "8080"))));
        staff.members().forEach(member -> lines.append(System.lineSeparator())
                .append("  %-13s %-19s %s".formatted(member.userId(), member.role(), member.duty())));
        LOG.info("{}", lines);
    }
}
