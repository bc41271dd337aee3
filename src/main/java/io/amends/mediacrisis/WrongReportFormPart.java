package io.amends.mediacrisis;

import io.amends.casefile.PlainTime;
import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import io.amends.mediaregister.Outlet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the forms about a wrong report open with (M-11). */
@Component
class WrongReportFormPart implements CrisisFormPart {

    private static final Set<String> ABOVE = Set.of("editor", "leadership");

    private final WrongReports reports;
    private final MediaRegister register;
    private final PlainTime time;

    WrongReportFormPart(WrongReports reports, MediaRegister register, PlainTime time) {
        this.reports = reports;
        this.register = register;
        this.time = time;
    }

    @Override
    public Map<String, Object> of(MediaCrisis crisis, Map<String, Object> variables) {
        return variables.get(WrongReportProcess.WRONG_REPORT_ID.name()) instanceof Number id
                ? reports.find(id.longValue()).map(this::facts).orElse(Map.of())
                : Map.of();
    }

    private Map<String, Object> facts(WrongReport report) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("outlet", register.outlet(report.outletId()).map(Outlet::name).orElse(report.outletId()));
        register.person(report.personId()).ifPresent(person -> {
            facts.put("journalist", person.name());
            facts.put(
                    "reach",
                    Stream.of(person.phone(), person.mail())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", ")));
        });
        facts.put("headline", Objects.requireNonNullElse(report.headline(), ""));
        facts.put("published", report.publishedOn() == null ? "" : time.day(report.publishedOn()));
        facts.put("link", Objects.requireNonNullElse(report.link(), ""));
        facts.put("what", report.what());
        facts.put("askedAt", report.journalistAskedAt() == null ? "" : time.moment(report.journalistAskedAt()));
        String asked = Objects.requireNonNullElse(report.toJournalist(), "");
        facts.put("asked", asked);
        // what the journalist was asked is where the mail to the editor begins
        return Map.of(
                "report", facts, "editorOptions", editors(report), WrongReportProcess.CORRECTION_WORDS.name(), asked);
    }

    private List<Map<String, String>> editors(WrongReport report) {
        return register.peopleOf(report.outletId()).stream()
                .filter(person -> ABOVE.contains(person.role()))
                .map(person -> Map.of("value", person.id(), "label", words(person)))
                .toList();
    }

    private static String words(MediaPerson person) {
        return person.name() + ", " + person.role() + (person.mail() == null ? ", no mail address" : "");
    }
}
