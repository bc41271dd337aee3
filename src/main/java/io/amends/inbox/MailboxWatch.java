package io.amends.inbox;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Watches the mailbox on a thread of its own: looks through it, then lets the server say when mail arrives, or looks again after
 * a while where the server cannot. A lost connection, or a database that takes nothing in, is tried again after a wait that doubles.
 */
@Component
class MailboxWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailboxWatch.class);
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final InboxProperties properties;
    private final MailRoom room;
    private final MailWork work;
    private final MailboxState state;
    private final BeanFactory beans;
    private final Clock clock;
    private volatile @Nullable Running running;

    MailboxWatch(
            InboxProperties properties,
            MailRoom room,
            MailWork work,
            MailboxState state,
            BeanFactory beans,
            Clock clock) {
        this.properties = properties;
        this.room = room;
        this.work = work;
        this.state = state;
        this.beans = beans;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (properties.on()) {
            Running started = new Running();
            running = started;
            started.thread.start();
        }
    }

    @Override
    public void stop() {
        Running stopped = running;
        running = null;
        if (stopped != null) {
            stopped.end();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** One start until its stop. */
    private final class Running {

        private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        private final MessageTaker taker = new MessageTaker(room, properties);
        private final ImapMailbox mailbox;
        private final Thread thread = new Thread(this::watch, "mailbox");
        private volatile boolean ended;

        Running() {
            scheduler.setThreadNamePrefix("mailbox-idle-");
            scheduler.initialize();
            mailbox = new ImapMailbox(properties, scheduler, beans, this::letGo);
            thread.setDaemon(true);
        }

        void end() {
            ended = true;
            thread.interrupt();
            mailbox.destroy();
            scheduler.shutdown();
        }

        private boolean letGo(jakarta.mail.Message message) {
            if (!ended) {
                taker.take(message);
            }
            return false;
        }

        private void watch() {
            Duration wait = properties.retry();
            while (!ended) {
                try {
                    look();
                    wait = properties.retry();
                    if (taker.owes()) {
                        pause(properties.retry());
                    } else {
                        waitForMail();
                    }
                } catch (InterruptedException e) {
                    return;
                } catch (MessagingException | RuntimeException e) {
                    wait = startAgain(e, wait);
                }
            }
        }

        private void look() throws MessagingException {
            mailbox.receive();
            work.push();
            state.looked(clock.instant());
        }

        private void waitForMail() throws MessagingException, InterruptedException {
            if (!properties.idle()) {
                pause(properties.poll());
                return;
            }
            try {
                mailbox.waitForNewMessages();
                // a server that always says there is something new must not be asked without a pause
                pause(BREATH);
            } catch (MessagingException e) {
                if (ended || !cannotIdle(e)) {
                    throw e;
                }
                pause(properties.poll());
            }
        }

        private Duration startAgain(Exception failure, Duration wait) {
            if (ended) {
                return wait;
            }
            log.warn("The mailbox is out of reach, next try in {}: {}", wait, failure.toString());
            state.failed(failure.toString());
            mailbox.destroy();
            try {
                pause(wait);
            } catch (InterruptedException e) {
                ended = true;
            }
            Duration doubled = wait.multipliedBy(2);
            return doubled.compareTo(properties.longestRetry()) < 0 ? doubled : properties.longestRetry();
        }

        private void pause(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
        }
    }

    private static boolean cannotIdle(MessagingException failure) {
        return String.valueOf(failure.getMessage()).contains("IDLE not supported");
    }
}
