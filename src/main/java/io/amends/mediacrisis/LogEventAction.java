package io.amends.mediacrisis;

import io.amends.casefile.CaseDetails.Action;
import io.amends.casefile.CaseDetails.Field;
import io.amends.casefile.CaseDetails.Said;
import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import io.amends.modeling.FormRefusal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A further report or call on a crisis that is open, logged on its page (M-1, M-5). */
@Component
@Order(5)
class LogEventAction implements CrisisActions {

    static final String NAME = "log-event";
    private static final String SOURCE = "case-page";

    private final MediaIntake intake;
    private final MediaRegister register;
    private final Clock clock;

    LogEventAction(MediaIntake intake, MediaRegister register, Clock clock) {
        this.intake = intake;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public List<Action> of(MediaCrisis crisis) {
        return CrisisActions.isOver(crisis)
                ? List.of()
                : List.of(new Action(
                        NAME,
                        "Log another report or call",
                        "What is said of us",
                        "",
                        MediaEventValues.KINDS,
                        List.of(
                                RegisterFields.outlet(register, "Outlet, as far as you know it", false),
                                RegisterFields.journalist(register, "Journalist", false),
                                new Field("link", "Link", List.of(), false),
                                new Field("reach", "Reach", MediaEventValues.REACHES, true),
                                new Field("tone", "Tone", MediaEventValues.TONES, true),
                                new Field(
                                        "deadline",
                                        "They need an answer by, such as 2026-03-04T17:00",
                                        List.of(),
                                        false))));
    }

    @Override
    public boolean knows(String action) {
        return action.equals(NAME);
    }

    @Override
    public Optional<String> act(MediaCrisis crisis, String action, String option, String text, String userId) {
        return act(crisis, action, new Said(option, text, Map.of()), userId);
    }

    /** A deadline that has passed is taken, and whoever typed it is told, as by the form and the API (M-5). */
    @Override
    public Optional<String> afterwards(String action, Said said) {
        return deadline(said)
                .filter(deadline -> !deadline.isAfter(clock.instant()))
                .map(passed -> "Their deadline has already passed, so its clock has run out.");
    }

    /** A journalist whom the register knows once brings their outlet along, as in the form. */
    private Optional<String> outletOf(String journalist) {
        List<String> outlets = register.people().stream()
                .filter(person -> person.name().equalsIgnoreCase(journalist))
                .map(MediaPerson::outletName)
                .toList();
        return outlets.size() == 1 ? Optional.of(outlets.get(0)) : Optional.empty();
    }

    private Optional<Instant> deadline(Said said) {
        try {
            return Optional.of(Moments.read(said.field("deadline"), clock.getZone()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> act(MediaCrisis crisis, String action, Said said, String userId) {
        Map<String, String> texts = new HashMap<>(Map.of(
                "kind", said.option(),
                "title", crisis.title(),
                "caseNumber", crisis.caseNumber(),
                "claim", said.text()));
        for (String field : List.of("outlet", "journalist", "link", "reach", "tone", "deadline")) {
            texts.put(field, said.field(field));
        }
        if (said.field(RegisterFields.OUTLET).isEmpty()) {
            outletOf(said.field(RegisterFields.JOURNALIST)).ifPresent(name -> texts.put(RegisterFields.OUTLET, name));
        }
        MediaEventDraft draft = new MediaEventDraft(texts, Map.of("exercise", crisis.exercise()), clock);
        NewMediaEvent event = draft.event(SOURCE, userId, true);
        if (!draft.findings().isEmpty()) {
            return Optional.of("The " + draft.findings().get(0).field() + " "
                    + draft.findings().get(0).reason() + ".");
        }
        try {
            intake.take(event);
            return Optional.empty();
        } catch (FormRefusal refusal) {
            return CrisisActions.told(refusal);
        }
    }
}
