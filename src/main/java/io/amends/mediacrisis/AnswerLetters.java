package io.amends.mediacrisis;

import io.amends.callout.CallOuts;
import io.amends.correspondence.CorrespondenceProperties;
import io.amends.correspondence.LetterVariables;
import io.amends.correspondence.Wording;
import io.amends.letter.Addressee;
import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import io.amends.mediaregister.Outlet;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom we tell what from the approved answer on: what is sent out, updates, corrections, and that it is over (M-10 to M-14). */
@Component
class AnswerLetters implements CrisisLetterPart {

    static final String PRESS_RELEASE = "press-release";
    static final String PUBLIC_UPDATE = "public-update";
    static final String CORRECTION = "correction";
    static final String LAST_WORD = "last-word";
    static final String STAND_DOWN = "stand-down";

    private final WaysToSpeak ways;
    private final PressTexts texts;
    private final PublicUpdates updates;
    private final WrongReports reports;
    private final CoverageRounds rounds;
    private final MediaPeople media;
    private final MediaRegister register;
    private final CallOuts callOuts;
    private final CrisisApprovals approvals;
    private final People people;
    private final CorrespondenceProperties properties;
    private final Clock clock;

    AnswerLetters(
            WaysToSpeak ways,
            PressTexts texts,
            PublicUpdates updates,
            WrongReports reports,
            CoverageRounds rounds,
            MediaPeople media,
            MediaRegister register,
            CallOuts callOuts,
            CrisisApprovals approvals,
            People people,
            CorrespondenceProperties properties,
            Clock clock) {
        this.ways = ways;
        this.texts = texts;
        this.updates = updates;
        this.reports = reports;
        this.rounds = rounds;
        this.media = media;
        this.register = register;
        this.callOuts = callOuts;
        this.approvals = approvals;
        this.people = people;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Set<String> letters() {
        return Set.of(PRESS_RELEASE, PUBLIC_UPDATE, CORRECTION, LAST_WORD, STAND_DOWN);
    }

    @Override
    public List<Addressee> addressees(MediaCrisis crisis, String letter, LetterVariables seen) {
        return switch (letter) {
            case PRESS_RELEASE -> pressRelease(crisis, seen);
            case PUBLIC_UPDATE -> publicUpdate(crisis, seen);
            case CORRECTION -> correction(seen);
            case LAST_WORD -> lastWord(crisis, seen);
            default -> standDown(crisis);
        };
    }

    private List<Addressee> pressRelease(MediaCrisis crisis, LetterVariables seen) {
        int version = number(seen, MediaCrisisProcess.MESSAGE_VERSION.name());
        int index = number(seen, SpeakProcess.WAY_INDEX.name());
        SpeakingWay way = ways.way(crisis.caseNumber(), version, index).way();
        PressTexts.PressText text =
                texts.last(crisis.caseNumber(), version, index).orElseThrow();
        return ways.way(crisis.caseNumber(), version, index).recipients().stream()
                .flatMap(id -> register.person(id).stream())
                .map(person -> {
                    PressTexts.Chinese chinese = LetterFrame.readsChinese(person) ? text.chinese() : null;
                    String headline = chinese == null ? text.headline() : chinese.headline();
                    String words = chinese == null ? text.words() : chinese.words();
                    return to(person, LetterFrame.language(person, words), wording -> {
                        Map<String, @Nullable Object> model = new HashMap<>();
                        model.put("wayWords", wording.of("way", way.code()));
                        model.put("headline", Wording.oneLine(headline));
                        model.put("pressText", words);
                        model.put("videoLink", text.videoLink());
                        model.put("spokespersonName", spokesperson(crisis));
                        return model;
                    });
                })
                .toList();
    }

    private List<Addressee> publicUpdate(MediaCrisis crisis, LetterVariables seen) {
        int number = number(seen, UpdateProcess.UPDATE_NUMBER.name());
        PublicUpdate update = updates.last(crisis.caseNumber(), number).orElseThrow();
        return media.inContact(crisis).stream()
                .map(person -> to(person, LetterFrame.language(person, update.words()), wording -> {
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("updateNumber", number);
                    model.put("updateText", update.words());
                    model.put("nextUpdate", update.nextAt() == null ? null : wording.dateTimeInZone(update.nextAt()));
                    model.put("spokespersonName", spokesperson(crisis));
                    return model;
                }))
                .toList();
    }

    private List<Addressee> correction(LetterVariables seen) {
        WrongReport report = reports.find(number(seen, WrongReportProcess.WRONG_REPORT_ID.name()))
                .orElseThrow();
        boolean toEditor = WrongReport.EDITOR.equals(seen.text(WrongReportProcess.CORRECTION_TO.name()));
        String id = toEditor && report.editorId() != null ? report.editorId() : report.personId();
        Optional<MediaPerson> journalist = register.person(report.personId());
        String words = toEditor ? report.toEditor() : report.toJournalist();
        return register.person(id).stream()
                .map(person -> to(person, LetterFrame.language(person, words), wording -> {
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put(
                            "outletName",
                            register.outlet(report.outletId()).map(Outlet::name).orElse(null));
                    model.put("reportHeadline", report.headline() == null ? null : Wording.oneLine(report.headline()));
                    model.put("reportDate", report.publishedOn() == null ? null : wording.date(report.publishedOn()));
                    model.put("reportLink", report.link());
                    model.put("correctionWords", words);
                    if (toEditor && report.journalistAskedAt() != null) {
                        model.put(
                                "journalistName",
                                journalist.map(it -> Wording.oneLine(it.name())).orElse(null));
                        model.put("journalistAsked", wording.dateTimeInZone(report.journalistAskedAt()));
                    }
                    return model;
                }))
                .toList();
    }

    private List<Addressee> lastWord(MediaCrisis crisis, LetterVariables seen) {
        PublicUpdate update = updates.last(crisis.caseNumber(), number(seen, UpdateProcess.UPDATE_NUMBER.name()))
                .orElseThrow();
        return media.inContact(crisis).stream()
                .map(person -> to(person, LetterFrame.language(person, update.words()), wording -> {
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("lastWord", update.words());
                    model.put("spokespersonName", spokesperson(crisis));
                    return model;
                }))
                .toList();
    }

    /** Only colleagues: what the media hear in the end is the last word, which somebody wrote and another let out (M-9). */
    private List<Addressee> standDown(MediaCrisis crisis) {
        return calledOut(crisis).stream()
                .map(person -> {
                    Map<String, Object> model = new HashMap<>();
                    model.put("crisisTitle", Wording.oneLine(crisis.title()));
                    model.put("rounds", rounds.complete(crisis.caseNumber()).size());
                    return new Addressee(
                            Wording.oneLine(person.name()), person.mail(), properties.staffLanguage(), model, Map.of());
                })
                .toList();
    }

    /** Whoever was called or acted, and the spokesperson; each once. */
    private List<Person> calledOut(MediaCrisis crisis) {
        Map<String, Person> called = new LinkedHashMap<>();
        callOuts.of(crisis.caseNumber()).stream()
                .flatMap(role -> Stream.concat(
                        Stream.ofNullable(role.answeredBy()),
                        role.calls().stream().map(CallOuts.Call::userId)))
                .forEach(user -> add(called, user));
        approvals.of(crisis.caseNumber()).forEach(decision -> add(called, decision.decidedBy()));
        updates.handled(crisis.caseNumber()).forEach(user -> add(called, user));
        add(called, crisis.spokesperson());
        if (called.isEmpty()) {
            people.members(MediaCrisisProcess.COMMUNICATIONS).forEach(it -> called.put(it.userId(), it));
        }
        return List.copyOf(called.values());
    }

    private void add(Map<String, Person> called, @Nullable String user) {
        if (user != null) {
            people.person(user).ifPresent(person -> called.putIfAbsent(user, person));
        }
    }

    private @Nullable String spokesperson(MediaCrisis crisis) {
        return crisis.spokesperson() == null
                ? null
                : people.person(crisis.spokesperson())
                        .map(person -> Wording.oneLine(person.name()))
                        .orElse(null);
    }

    private Addressee to(MediaPerson person, String language, Function<Wording, Map<String, @Nullable Object>> says) {
        Map<String, Object> model = new HashMap<>(says.apply(Wording.in(language, clock.getZone())));
        return new Addressee(Wording.oneLine(person.name()), person.mail(), language, model, Map.of());
    }

    private static int number(LetterVariables seen, String name) {
        String text = seen.text(name);
        if (text == null) {
            throw new IllegalStateException("The letter needs the variable '" + name + "'");
        }
        return Integer.parseInt(text);
    }
}
