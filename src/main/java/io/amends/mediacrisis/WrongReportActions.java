package io.amends.mediacrisis;

import io.amends.casefile.CaseDetails.Action;
import io.amends.casefile.CaseDetails.Field;
import io.amends.casefile.CaseDetails.Said;
import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import io.amends.mediaregister.Outlet;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A report is wrong, or a wrong one was corrected, as somebody reports it on the case page (M-11). */
@Component
class WrongReportActions implements CrisisActions {

    private static final String MOVED_ON = "The case has moved on meanwhile and does not wait for this any more.";
    private static final int LONGEST = 2_000;
    private static final int LONGEST_HEADLINE = 200;

    private final WrongReports reports;
    private final MediaRegister register;
    private final CrisisVoice voice;
    private final Clock clock;

    WrongReportActions(WrongReports reports, MediaRegister register, CrisisVoice voice, Clock clock) {
        this.reports = reports;
        this.register = register;
        this.voice = voice;
        this.clock = clock;
    }

    @Override
    public List<Action> of(MediaCrisis crisis) {
        List<Action> actions = new ArrayList<>();
        if (voice.awaits(crisis.caseNumber(), MediaCrisisProcess.REPORT_FOUND_WRONG)) {
            actions.add(new Action(
                    MediaCrisisProcess.REPORT_FOUND_WRONG,
                    "A report is wrong",
                    "What is wrong, and what is right",
                    "",
                    List.of(),
                    List.of(
                            RegisterFields.outlet(register, "Outlet", true),
                            RegisterFields.journalist(register, "Journalist", true),
                            new Field("headline", "Headline of the report", List.of(), true),
                            new Field("published", "On which day, such as 2026-03-04", List.of(), true),
                            new Field("link", "Link", List.of(), false))));
        }
        List<String> awaited = voice.awaitedCorrections(crisis.caseNumber()).stream()
                .flatMap(id -> reports.find(id).stream())
                .map(this::words)
                .toList();
        if (!awaited.isEmpty()) {
            actions.add(new Action(
                    MediaCrisisProcess.REPORT_CORRECTED,
                    "The report was corrected",
                    "Where and how it was corrected",
                    "",
                    awaited));
        }
        return actions;
    }

    @Override
    public boolean knows(String action) {
        return action.equals(MediaCrisisProcess.REPORT_FOUND_WRONG)
                || action.equals(MediaCrisisProcess.REPORT_CORRECTED);
    }

    @Override
    public Optional<String> act(MediaCrisis crisis, String action, String option, String text, String userId) {
        return act(crisis, action, new Said(option, text, Map.of()), userId);
    }

    @Override
    public Optional<String> act(MediaCrisis crisis, String action, Said said, String userId) {
        if (said.text().length() > LONGEST) {
            return Optional.of("At most " + LONGEST + " characters fit into the text.");
        }
        return action.equals(MediaCrisisProcess.REPORT_CORRECTED)
                ? corrected(crisis, said)
                : wrong(crisis, said, userId);
    }

    private Optional<String> wrong(MediaCrisis crisis, Said said, String userId) {
        String outletName = said.field("outlet");
        Optional<Outlet> outlet = register.outlet(outletName);
        if (outlet.isEmpty()) {
            return Optional.of("The outlet " + UnknownOutlet.reason(outletName) + ".");
        }
        String journalist = said.field("journalist");
        Optional<MediaPerson> person = register.person(outlet.get().id(), journalist);
        if (person.isEmpty()) {
            return Optional.of("Nobody called “" + journalist + "” works for "
                    + outlet.get().name() + " in the media register; please add them there first.");
        }
        String headline = said.field("headline");
        if (headline.isEmpty() || headline.length() > LONGEST_HEADLINE) {
            return Optional.of("The headline of the report is needed, in at most " + LONGEST_HEADLINE
                    + " characters: they look for it by that.");
        }
        Optional<LocalDate> published = day(said.field("published"));
        if (published.isEmpty()) {
            return Optional.of("The day of the report is needed, such as 2026-03-04, and cannot lie ahead.");
        }
        long id = reports.add(
                crisis.caseNumber(),
                outlet.get().id(),
                person.get().id(),
                headline,
                published.get(),
                said.field("link").isEmpty() ? null : said.field("link"),
                said.text(),
                clock.instant(),
                userId);
        return voice.begin(
                        crisis.caseNumber(),
                        MediaCrisisProcess.REPORT_FOUND_WRONG,
                        Map.of(WrongReportProcess.WRONG_REPORT_ID.name(), id))
                ? Optional.empty()
                : Optional.of(MOVED_ON);
    }

    private Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed))
                    .filter(day -> !day.isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone())));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> corrected(MediaCrisis crisis, Said said) {
        Optional<WrongReport> report = reports.of(crisis.caseNumber()).stream()
                .filter(it -> words(it).equals(said.option()))
                .findFirst();
        if (report.isEmpty()) {
            return Optional.of(MOVED_ON);
        }
        reports.corrected(report.get().id(), said.text());
        return voice.corrected(crisis.caseNumber(), report.get().id()) ? Optional.empty() : Optional.of(MOVED_ON);
    }

    private String words(WrongReport report) {
        return report.id() + ": "
                + register.person(report.personId())
                        .map(MediaPeople::words)
                        .or(() -> register.outlet(report.outletId()).map(Outlet::name))
                        .orElse(report.outletId())
                + (report.headline() == null ? "" : ": " + report.headline());
    }
}
