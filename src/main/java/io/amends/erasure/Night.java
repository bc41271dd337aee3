package io.amends.erasure;

import io.amends.clock.HouseHours;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When cases may be removed: in the window that is set, and never while the house works, whatever is set. */
@Component
class Night {

    private static final int MINUTES = 60;

    private final RetentionProperties properties;
    private final HouseHours hours;
    private final Clock clock;

    Night(RetentionProperties properties, HouseHours hours, Clock clock) {
        this.properties = properties;
        this.hours = hours;
        this.clock = clock;
    }

    /** The end of the night that it is now; empty by day. */
    Optional<Instant> end() {
        ZonedDateTime now = clock.instant().atZone(hours.zone());
        LocalTime time = now.toLocalTime();
        LocalTime from = properties.from();
        LocalTime until = properties.until();
        boolean overMidnight = !from.isBefore(until);
        boolean inside = overMidnight
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
        if (!inside || works(now)) {
            return Optional.empty();
        }
        LocalDate day = overMidnight && !time.isBefore(from) ? now.toLocalDate().plusDays(1) : now.toLocalDate();
        return Optional.of(LocalDateTime.of(day, until).atZone(hours.zone()).toInstant());
    }

    /** Whether the house works at this moment. */
    boolean houseWorks() {
        return works(clock.instant().atZone(hours.zone()));
    }

    private boolean works(ZonedDateTime now) {
        int minute = now.getHour() * MINUTES + now.getMinute();
        return hours.on(now.toLocalDate()).stream().anyMatch(span -> span.from() <= minute && minute < span.to());
    }
}
