package io.amends.mediacrisis;

import io.amends.modeling.FormRefusal.Finding;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A media event as texts, whichever form or body they come from, with everything that is wrong about them (M-1). */
final class MediaEventDraft {

    static final List<String> TEXTS = List.of(
            "source",
            "externalId",
            "caseNumber",
            "title",
            "kind",
            "outlet",
            "journalist",
            "link",
            "claim",
            "reach",
            "tone",
            "truth",
            "spread",
            "deadline",
            "complaintCase",
            "customerNumber");
    static final List<String> FLAGS = List.of("safetyRisk", "authority", "exercise");

    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Map<String, String> texts;
    private final Map<String, Boolean> flags;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    MediaEventDraft(Map<String, String> texts, Map<String, Boolean> flags, Clock clock) {
        this.texts = texts;
        this.flags = flags;
        this.clock = clock;
    }

    /** Each field at most once, in the order of the form; known after {@link #event}. */
    List<Finding> findings() {
        return findings;
    }

    /** The event as far as it can be read. */
    NewMediaEvent event(String defaultSource, @Nullable String reportedBy, boolean typed) {
        String title = line("title", 200, true);
        String kind = oneOf("kind", MediaEventValues.KINDS, null);
        String outlet = outlet(kind, typed);
        String journalist = line("journalist", 200, false);
        String link = line("link", 1_000, false);
        String claim = text("claim", 2_000, true);
        String reach = oneOf("reach", MediaEventValues.REACHES, null);
        String tone = oneOf("tone", MediaEventValues.TONES, null);
        String truth = oneOf("truth", MediaEventValues.TRUTHS, "unclear");
        String spread = oneOf("spread", MediaEventValues.SPREADS, "few");
        Instant deadline = deadline(typed);
        String complaintCase = line("complaintCase", 40, false);
        String customerNumber = line("customerNumber", 40, false);
        String caseNumber = line("caseNumber", 40, false);
        String source = source(defaultSource);
        String externalId = line("externalId", 100, false);
        return new NewMediaEvent(
                or(kind),
                source,
                externalId,
                reportedBy,
                caseNumber,
                or(title),
                outlet,
                journalist,
                link,
                or(claim),
                or(reach),
                or(tone),
                or(truth),
                or(spread),
                flag("safetyRisk"),
                flag("authority"),
                deadline,
                complaintCase,
                customerNumber,
                null,
                flag("exercise"),
                typed);
    }

    /** Who heard of a report in a hurry may not know where; a journalist who called is called back there, and a tool knows it. */
    private @Nullable String outlet(@Nullable String kind, boolean typed) {
        String outlet = line("outlet", 200, false);
        if (outlet == null && (!typed || NewMediaEvent.CALL.equals(kind))) {
            found("outlet", typed ? "is required when a journalist calls" : "is required");
        }
        return outlet;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private boolean flag(String field) {
        return Boolean.TRUE.equals(flags.get(field));
    }

    private String source(String otherwise) {
        String source = texts.getOrDefault("source", otherwise);
        if (!SOURCE.matcher(source).matches()) {
            found("source", "must be a name of at most 40 letters, digits, dots, dashes and underscores");
        }
        return source;
    }

    private @Nullable String line(String field, int longest, boolean required) {
        String text = text(field, longest, required);
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            found(field, "must be one line");
        }
        return text;
    }

    private @Nullable String text(String field, int longest, boolean required) {
        String raw = texts.get(field);
        String text =
                raw == null ? "" : raw.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.isEmpty()) {
            if (required) {
                found(field, "is required");
            }
            return null;
        }
        if (text.length() > longest) {
            found(field, "must have at most " + longest + " characters");
        }
        if (text.codePoints().anyMatch(MediaEventDraft::cannotBeStored)) {
            found(field, "holds characters that cannot be stored");
        }
        return text;
    }

    private @Nullable String oneOf(String field, List<String> values, @Nullable String otherwise) {
        String text = texts.get(field);
        if (text == null || text.isBlank()) {
            if (otherwise == null) {
                found(field, "is required");
            }
            return otherwise;
        }
        if (!values.contains(text)) {
            found(
                    field,
                    field.equals("kind") && text.equals(NewMediaEvent.THREAT)
                            ? "cannot be threat: register the complaint, with mediaThreat, and the crisis follows from it"
                            : "must be one of " + String.join(", ", values));
        }
        return text;
    }

    /** A moment that lies behind is taken: its clock has run out already, and everybody is told so. */
    private @Nullable Instant deadline(boolean typed) {
        String text = texts.get("deadline");
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant deadline = Moments.read(text.strip(), clock.getZone());
            Instant farthest = clock.instant().plus(FARTHEST);
            if (deadline.isAfter(farthest)) {
                if (typed) {
                    return farthest;
                }
                found("deadline", "must lie within a year from now");
            }
            return deadline.isBefore(Instant.EPOCH) ? Instant.EPOCH : deadline;
        } catch (DateTimeException unreadable) {
            found("deadline", "must be a moment such as 2026-03-04T17:00+01:00");
            return null;
        }
    }

    private void found(String field, String reason) {
        if (findings.stream().noneMatch(finding -> finding.field().equals(field))) {
            findings.add(new Finding(field, reason));
        }
    }

    private static boolean cannotBeStored(int c) {
        return Character.getType(c) == Character.SURROGATE || (Character.isISOControl(c) && c != '\n' && c != '\t');
    }
}
