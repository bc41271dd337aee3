package io.amends.casefile;

import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Letters and what became of them (T-1). */
@Component
@Order(40)
class LetterSource implements TimelineSource {

    private final Letters letters;

    LetterSource(Letters letters) {
        this.letters = letters;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        return letters.of(run.file().number()).stream()
                .flatMap(LetterSource::entries)
                .toList();
    }

    private static Stream<TimelineEntry> entries(LetterView letter) {
        String name = "“" + letter.subject() + "”";
        String to = letter.recipient() == null ? "nobody, for want of an address" : letter.recipient();
        TimelineEntry written = TimelineEntry.of(
                        letter.queuedAt(), null, TimelineEntry.Kind.LETTER, "Wrote the letter " + name + " to " + to)
                .with(details(letter));
        if (letter.sentAt() != null) {
            return Stream.of(
                    written,
                    TimelineEntry.of(letter.sentAt(), null, TimelineEntry.Kind.LETTER, "Sent the letter " + name));
        }
        return Stream.of(written);
    }

    private static List<TimelineEntry.Detail> details(LetterView letter) {
        TimelineEntry.Detail template = new TimelineEntry.Detail("Letter", Words.label(letter.letter()));
        TimelineEntry.Detail fate = new TimelineEntry.Detail("Fate", fate(letter));
        TimelineEntry.Detail id = new TimelineEntry.Detail("Message-ID", letter.messageId());
        return letter.problem() == null
                ? List.of(template, fate, id)
                : List.of(template, fate, id, new TimelineEntry.Detail("Problem", letter.problem()));
    }

    static String fate(LetterView letter) {
        return switch (letter.fate()) {
            case "queued" -> "waiting to be sent";
            case "delayed" -> "failed for now, tried again later";
            case "refused" -> "refused for good";
            case "no-address" -> "not sent, no address known";
            case "no-longer-needed" -> "not sent, no longer needed";
            default -> letter.fate();
        };
    }
}
