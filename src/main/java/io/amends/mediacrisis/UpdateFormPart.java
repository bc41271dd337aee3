package io.amends.mediacrisis;

import io.amends.casefile.PlainTime;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the forms of an update and of the last word open with: what was said last, the text so far, and when the next is due by the
 * rhythm (M-14); of the last word also which reports are still wrong (M-11).
 */
@Component
class UpdateFormPart implements CrisisFormPart {

    private static final Set<String> BEING_CORRECTED = Set.of(WrongReport.JOURNALIST, WrongReport.EDITOR);

    private final PublicUpdates updates;
    private final Statements statements;
    private final WrongReports reports;
    private final MediaPeople media;
    private final People people;
    private final PlainTime time;
    private final Clock clock;

    UpdateFormPart(
            PublicUpdates updates,
            Statements statements,
            WrongReports reports,
            MediaPeople media,
            People people,
            PlainTime time,
            Clock clock) {
        this.updates = updates;
        this.statements = statements;
        this.reports = reports;
        this.media = media;
        this.people = people;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> of(MediaCrisis crisis, Map<String, Object> variables) {
        boolean last = variables.containsKey(UpdateProcess.LAST_WORD_UNTIL.name());
        Number hours = variables.get(UpdateProcess.UPDATE_HOURS.name()) instanceof Number named
                        && !variables.containsKey(WatchProcess.ROUND_HOURS.name())
                ? named
                : null;
        if (hours == null && !last) {
            return Map.of();
        }
        String caseNumber = crisis.caseNumber();
        int number = updates.current(caseNumber);
        Optional<PublicUpdate> written = updates.last(caseNumber, number);
        Map<String, Object> update = new LinkedHashMap<>();
        update.put("number", number);
        update.put("last", saidLast(caseNumber));
        update.put("wrongReports", last ? wrongReports(caseNumber) : "");
        update.put(
                "author", written.map(PublicUpdate::writtenBy).map(this::name).orElse(""));
        update.put("text", written.map(PublicUpdate::words).orElse(""));
        update.put("next", written.map(PublicUpdate::nextAt).map(time::moment).orElse(""));
        update.put("reason", written.map(PublicUpdate::reason).orElse(""));
        update.put("recipients", SpeakFormPart.names(media.inContact(crisis)));
        Map<String, Object> facts = new HashMap<>();
        facts.put("update", update);
        facts.put(
                UpdateProcess.UPDATE_TEXT.name(),
                written.map(PublicUpdate::words).orElse(""));
        if (hours != null) {
            facts.put(
                    UpdateProcess.NEXT_UPDATE_AT.name(),
                    Moments.proposed(written.map(PublicUpdate::nextAt), Duration.ofHours(hours.longValue()), clock));
        }
        return facts;
    }

    /** The update before, or the holding statement before the first one. */
    private String saidLast(String caseNumber) {
        return updates.releasedOf(caseNumber).stream()
                .reduce((earlier, later) -> later)
                .map(PublicUpdate::words)
                .or(() -> statements.of(caseNumber).stream()
                        .filter(statement -> statement.releasedAt() != null && !statement.keptReady())
                        .reduce((earlier, later) -> later)
                        .map(statement -> statement.know() + "\n" + statement.doing()))
                .orElse("");
    }

    private String wrongReports(String caseNumber) {
        return reports.of(caseNumber).stream()
                .filter(report -> BEING_CORRECTED.contains(report.state()))
                .map(report -> Objects.requireNonNullElse(report.headline(), report.what()))
                .collect(Collectors.joining("; "));
    }

    private String name(String userId) {
        return people.person(userId).map(Person::name).orElse(userId);
    }
}
