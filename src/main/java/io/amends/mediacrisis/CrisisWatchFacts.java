package io.amends.mediacrisis;

import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.mediaregister.MediaRegister;
import io.amends.mediaregister.Outlet;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was said, watched, corrected and learnt, as lines of the case page (M-10 to M-15). */
@Component
@Order(50)
class CrisisWatchFacts implements CrisisFacts {

    private final Speaking speaking;
    private final PublicUpdates updates;
    private final CoverageRounds rounds;
    private final WrongReports reports;
    private final CrisisReviews reviews;
    private final MediaRegister register;
    private final People people;
    private final PlainTime time;

    CrisisWatchFacts(
            Speaking speaking,
            PublicUpdates updates,
            CoverageRounds rounds,
            WrongReports reports,
            CrisisReviews reviews,
            MediaRegister register,
            People people,
            PlainTime time) {
        this.speaking = speaking;
        this.updates = updates;
        this.rounds = rounds;
        this.reports = reports;
        this.reviews = reviews;
        this.register = register;
        this.people = people;
        this.time = time;
    }

    @Override
    public Map<String, String> of(MediaCrisis crisis) {
        String caseNumber = crisis.caseNumber();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Exercise", crisis.exercise() ? "Yes: all letters go to the exercise address only" : "");
        facts.put("Said", speaking.of(caseNumber).stream().map(this::said).collect(Collectors.joining("; ")));
        List<PublicUpdate> released = updates.releasedOf(caseNumber);
        facts.put(
                "Updates to the public",
                released.isEmpty()
                        ? ""
                        : released.size() + ", the last "
                                + time.moment(released.get(released.size() - 1).releasedAt()));
        facts.put(
                "Next update to the public",
                crisis.nextUpdateAt() == null
                        ? ""
                        : time.moment(crisis.nextUpdateAt()) + " (" + time.ago(crisis.nextUpdateAt()) + ")");
        facts.put("Rounds of watching", rounds(caseNumber));
        facts.put(
                "Wrong reports",
                reports.of(caseNumber).stream().map(this::report).collect(Collectors.joining("; ")));
        facts.put("Review", crisis.reviewState() == null ? "" : review(crisis, crisis.reviewState()));
        return facts;
    }

    private String said(Speaking.Said said) {
        return said.way().label() + " by " + name(said.by()) + ", " + time.moment(said.at());
    }

    private String rounds(String caseNumber) {
        List<CoverageRound> all = rounds.of(caseNumber);
        if (all.isEmpty()) {
            return "";
        }
        OptionalInt clean = CoverageRounds.cleanAtTheEnd(all);
        if (clean.isPresent()) {
            return all.size() + ", the watch ended after " + clean.getAsInt() + " clean running";
        }
        CoverageRound last = all.get(all.size() - 1);
        return all.size() + ", clean running " + CoverageRounds.clean(all) + ", nothing good running "
                + CoverageRounds.empty(all)
                + (last.closedAt() == null ? ", this one until " + time.moment(last.untilAt()) : "");
    }

    private String report(WrongReport report) {
        String state =
                switch (report.state()) {
                    case WrongReport.JOURNALIST -> "with the journalist";
                    case WrongReport.EDITOR -> "with the editor";
                    case WrongReport.CORRECTED -> "corrected";
                    default -> "stands, we asked in vain";
                };
        return (report.headline() == null ? "" : "“" + report.headline() + "”, ")
                + register.person(report.personId())
                        .map(MediaPeople::words)
                        .or(() -> register.outlet(report.outletId()).map(Outlet::name))
                        .orElse(report.outletId())
                + ": " + state
                + (report.correction() == null ? "" : " (" + Words.value(report.correction()) + ")")
                + asked("journalist", report.journalistAskedAt()) + asked("editor", report.editorAskedAt());
    }

    private String asked(String whom, @Nullable Instant at) {
        return at == null ? "" : ", " + whom + " asked " + time.moment(at);
    }

    private String review(MediaCrisis crisis, String state) {
        String words = Words.label(state);
        return reviews.last(crisis.caseNumber())
                .map(last -> words + ", written by " + name(last.writtenBy())
                        + (last.decidedBy() == null ? "" : ", read by " + name(last.decidedBy()))
                        + (last.reason() == null ? "" : ", sent back: " + last.reason()))
                .orElse(words);
    }

    private String name(@Nullable String userId) {
        return userId == null
                ? "somebody"
                : people.person(userId).map(Person::name).orElse(userId);
    }
}
