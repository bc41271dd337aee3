package io.amends.casefile;

import io.amends.escalation.EscalationView;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Letters and what became of them (T-1). */
@Component
@Order(40)
class LetterSource implements TimelineSource {

    private final Letters letters;
    private final LetterClocks clocks;

    LetterSource(Letters letters, LetterClocks clocks) {
        this.letters = letters;
        this.clocks = clocks;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        List<EscalationView> calls = clocks.calls(run.file().number());
        return letters.of(run.file().number()).stream()
                .flatMap(letter -> entries(letter, clocks.of(letter, calls)))
                .toList();
    }

    private static Stream<TimelineEntry> entries(LetterView letter, String about) {
        String name = "“" + title(letter) + "”";
        String to =
                letter.recipient() == null ? "nobody, for want of an address" : CaseTables.shown(letter.recipient());
        TimelineEntry written = TimelineEntry.of(
                        letter.queuedAt(), null, TimelineEntry.Kind.LETTER, "Wrote the letter " + name + " to " + to)
                .with(details(letter, about));
        return Stream.of(
                        Optional.of(written),
                        then(letter.sentAt(), "Sent the letter " + name),
                        then(letter.bouncedAt(), "The letter " + name + " came back"))
                .flatMap(Optional::stream);
    }

    private static Optional<TimelineEntry> then(@Nullable Instant when, String what) {
        return Optional.ofNullable(when).map(moment -> TimelineEntry.of(moment, null, TimelineEntry.Kind.LETTER, what));
    }

    private static List<TimelineEntry.Detail> details(LetterView letter, String about) {
        List<TimelineEntry.Detail> details = new ArrayList<>();
        details.add(new TimelineEntry.Detail("Letter", Words.label(letter.letter())));
        if (!about.isEmpty()) {
            details.add(new TimelineEntry.Detail("About", about));
        }
        details.add(new TimelineEntry.Detail("Fate", Words.fate(letter.fate())));
        details.add(new TimelineEntry.Detail("Message-ID", letter.messageId()));
        if (letter.problem() != null) {
            details.add(new TimelineEntry.Detail("Problem", letter.problem()));
        }
        if (letter.doubtfulTries() > 0) {
            details.add(new TimelineEntry.Detail("May have arrived", "more than once, as the same mail"));
        }
        return details;
    }

    /** The subject as it was read; of a letter from which it was erased what kind of letter it was. */
    static String title(LetterView letter) {
        return letter.subject().equals(CaseTables.MARKER)
                ? Words.label(letter.letter()) + ", subject removed"
                : letter.subject();
    }
}
