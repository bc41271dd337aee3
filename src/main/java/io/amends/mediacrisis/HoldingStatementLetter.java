package io.amends.mediacrisis;

import io.amends.correspondence.LetterVariables;
import io.amends.correspondence.Wording;
import io.amends.letter.Addressee;
import io.amends.mediacrisis.Statements.Statement;
import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The holding statement goes to the journalists who asked, to the others of their outlets, and to whoever was chosen besides (M-4). */
@Component
class HoldingStatementLetter implements CrisisLetterPart {

    static final String NAME = "holding-statement";

    private final MediaEventTable events;
    private final MediaRegister register;
    private final Statements statements;
    private final Clock clock;

    HoldingStatementLetter(MediaEventTable events, MediaRegister register, Statements statements, Clock clock) {
        this.events = events;
        this.register = register;
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public Set<String> letters() {
        return Set.of(NAME);
    }

    /** Whoever has no mail address is told on the phone; nobody gets it twice. */
    @Override
    public List<Addressee> addressees(MediaCrisis crisis, String letter, LetterVariables seen) {
        Statement statement =
                statements.last(crisis.caseNumber(), Statements.HOLDING).orElseThrow();
        return readers(statement).stream()
                .map(person -> addressee(statement, person))
                .toList();
    }

    /** Whom that version is written to; nobody while it is kept ready. */
    List<MediaPerson> readers(Statement statement) {
        return readers(statement, askers(statement.caseNumber()));
    }

    List<MediaPerson> readers(Statement statement, List<MediaPerson> askers) {
        return statement.keptReady()
                ? List.of()
                : Stream.concat(askers.stream(), chosen(statements.recipients(statement)).stream())
                        .distinct()
                        .toList();
    }

    /** Those people of the register who can be written to. */
    List<MediaPerson> chosen(List<String> ids) {
        return ids.stream()
                .flatMap(id -> register.person(id).stream())
                .filter(person -> person.mail() != null)
                .toList();
    }

    /** Whom any statement is written to: who asked and the other journalists of their outlets. */
    List<MediaPerson> askers(String caseNumber) {
        List<MediaEvent> reported = events.of(caseNumber);
        Stream<MediaPerson> askers = reported.stream()
                .map(MediaEvent::personId)
                .filter(Objects::nonNull)
                .map(register::person)
                .flatMap(Optional::stream);
        Stream<MediaPerson> colleagues = reported.stream()
                .map(MediaEvent::outletId)
                .filter(Objects::nonNull)
                .distinct()
                .map(register::peopleOf)
                .flatMap(Collection::stream)
                .filter(person -> person.role().equals("journalist"));
        return Stream.concat(askers, colleagues)
                .filter(person -> person.mail() != null)
                .distinct()
                .toList();
    }

    /** The matter is not named: its title is what colleagues call it among themselves. */
    private Addressee addressee(Statement statement, MediaPerson person) {
        boolean chinese = LetterFrame.readsChinese(person) && statement.knowZh() != null;
        String know = chinese ? statement.knowZh() : statement.know();
        String doing = chinese ? statement.doingZh() : statement.doing();
        String language = LetterFrame.language(person, know + doing);
        Wording wording = Wording.in(language, clock.getZone());
        return new Addressee(
                Wording.oneLine(person.name()),
                person.mail(),
                language,
                Map.of(
                        "statementKnow", String.valueOf(know),
                        "statementDoing", String.valueOf(doing),
                        "nextWord", wording.dateTimeInZone(statement.nextWordAt())),
                Map.of());
    }
}
