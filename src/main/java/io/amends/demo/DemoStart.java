package io.amends.demo;

import io.amends.staff.DemoReady;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the demo's data beside the running application, then says where letters and time are to be found. */
@Component
@Profile("demo")
class DemoStart implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DemoData data;
    private final DemoProperties properties;
    private final ApplicationEventPublisher events;
    private final Thread worker = new Thread(this::work, "demo-data");

    DemoStart(DemoData data, DemoProperties properties, ApplicationEventPublisher events) {
        this.data = data;
        this.properties = properties;
        this.events = events;
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
        LOG.info(
                "Every letter arrives at IMAP 127.0.0.1:{}, where an address's mailbox opens with the address as name and as"
                        + " password. Answer it by SMTP 127.0.0.1:{}. POST /demo/clock {\"advance\":\"P3D\"} moves the clock three days.",
                properties.imapPort(),
                properties.smtpPort());
        events.publishEvent(new DemoReady());
    }
}
