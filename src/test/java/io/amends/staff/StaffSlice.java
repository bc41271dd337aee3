package io.amends.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The staff module with the engine and what all web modules share; not annotated, so that no other test's scan finds it. */
@EnableAutoConfiguration
@ComponentScan({"io.amends.staff", "io.amends.web"})
@Import(StaffSlice.OtherAddresses.class)
class StaffSlice {

    @Bean
    MovedClock clock() {
        return new MovedClock();
    }

    /** Springs when an expression that names it is evaluated. */
    @Bean
    Trap trap() {
        return new Trap();
    }

    public static class Trap {
        final AtomicInteger sprung = new AtomicInteger();

        public String spring() {
            sprung.incrementAndGet();
            return "agent";
        }
    }

    static class MovedClock extends Clock {
        private Duration moved = Duration.ZERO;

        synchronized void advance(Duration by) {
            moved = moved.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public synchronized Instant instant() {
            return Clock.systemUTC().instant().plus(moved);
        }
    }

    /** Stands for the addresses of the other modules; kept out of the scan of tests that have the true ones. */
    @TestComponent
    @Controller
    @ResponseBody
    static class OtherAddresses {

        @GetMapping({"/complain", "/r/{token}", "/cases", "/api/cases/{number}", "/demo/clock"})
        String read() {
            return "read";
        }

        @PostMapping({
            "/complain",
            "/r/{token}",
            "/cases/{number}/notes",
            "/api/complaints",
            "/api/customers/import",
            "/api/agreements/import",
            "/api/media-register/import",
            "/api/models/check",
            "/demo/clock"
        })
        String write() {
            return "written";
        }
    }
}
