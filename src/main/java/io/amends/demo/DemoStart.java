package io.amends.demo;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes the demo's data beside the running application, then says in the log's last lines how to get in. */
@Component
@Profile("demo")
class DemoStart implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DemoData data;
    private final DemoProperties properties;
    private final Environment environment;
    private final Thread worker = new Thread(this::work, "demo-data");

    DemoStart(DemoData data, DemoProperties properties, Environment environment) {
        this.data = data;
        this.properties = properties;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (properties.data()) {
            worker.setDaemon(true);
            worker.start();
        } else {
            welcome();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.interrupt();
        worker.join(2000);
    }

    private void work() {
        try {
            data.make();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The demo has not all its data", e);
        }
        welcome();
    }

    private void welcome() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        StringBuilder text = new StringBuilder(1500)
                .append("Amends is ready: http://127.0.0.1:")
                .append(port)
                .append("/\n\n  Sign in as one of these; the password is the name.\n");
        for (DemoUsers.DemoUser user : DemoUsers.ALL) {
            text.append(String.format("    %-13s%-17s%s%n", user.userId(), user.group(), user.does()));
        }
        text.append("\n  Mail: every letter arrives at IMAP 127.0.0.1:")
                .append(properties.imapPort())
                .append("; an address's mailbox opens with the address as name and as password.")
                .append("\n  Time: POST /demo/clock {\"advance\":\"P3D\"} moves the clock three days.\n");
        LOG.info("{}", text);
    }
}
