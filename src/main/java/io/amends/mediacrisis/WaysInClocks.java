package io.amends.mediacrisis;

import io.amends.casefile.ClockSubjects;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names the way to speak in the clock of each, for several run side by side (M-10). */
@Component
class WaysInClocks implements ClockSubjects {

    private static final String SPEAK = "speak";

    private final ChosenWays ways;

    WaysInClocks(ChosenWays ways) {
        this.ways = ways;
    }

    /** A clock is used again when the messages were thought over, for a way that may be another one. */
    @Override
    public Optional<String> subject(String caseNumber, String rule, long number) {
        if (!rule.equals(SPEAK)) {
            return Optional.empty();
        }
        String names = ways.at(caseNumber, number).stream()
                .map(CrisisWords::way)
                .map(way -> way.substring(0, 1).toLowerCase(Locale.ENGLISH) + way.substring(1))
                .distinct()
                .collect(Collectors.joining(", then "));
        return Optional.of(names).filter(name -> !name.isEmpty());
    }
}
