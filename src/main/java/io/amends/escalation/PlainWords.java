package io.amends.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says times and names as people do, in the house's zone. */
@Component
class PlainWords {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final Clock clock;

    PlainWords(Clock clock) {
        this.clock = clock;
    }

    /** {@code Mon 23 Nov 2026, 14:30}. */
    String moment(Instant instant) {
        return MOMENT.format(instant.atZone(clock.getZone()));
    }

    /** How long ago: {@code 5 min}, {@code 3 h} or {@code 12 days}, whichever says enough. */
    String since(Instant instant) {
        Duration length = Duration.between(instant, clock.instant());
        if (length.toMinutes() < 90) {
            return length.toMinutes() + " min";
        }
        return length.toHours() < 48 ? length.toHours() + " h" : length.toDays() + " days";
    }

    /** {@code first-contact} becomes {@code First contact}. */
    static String label(String name) {
        String words = name.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
