package io.amends.mediacrisis;

import io.amends.mediaregister.MediaRegister;
import io.amends.modeling.AsTheHouse;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.StartForm;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The Tasklist's form <em>Register a media event</em> (M-1): in a hurry nothing is lost. A report may come without its outlet; one
 * that the register does not know is refused by name, unless whoever types it says that it is new: then the register takes it up, to
 * be looked at later.
 */
@Component
class RegisterMediaEventForm implements StartForm {

    private static final String SOURCE = "tasklist";
    /** Shown where only blanks or signs that no table can keep were typed. */
    private static final String NOTHING = "–";

    private static final Set<String> OF_SEVERAL_LINES = Set.of("claim");

    private static final String NEW_OUTLET = "newOutlet";
    private static final String KNOWN_OUTLET = "knownOutlet";
    private static final String KNOWN_JOURNALIST = "knownJournalist";

    private final MediaIntake intake;
    private final MediaRegister register;
    private final MediaCrisisStart process;
    private final AsTheHouse house;
    private final Clock clock;

    RegisterMediaEventForm(
            MediaIntake intake, MediaRegister register, MediaCrisisStart process, AsTheHouse house, Clock clock) {
        this.intake = intake;
        this.register = register;
        this.process = process;
        this.house = house;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return MediaCrisisProcess.KEY;
    }

    @Override
    public Map<String, @Nullable Object> choices() {
        return Map.of(
                "outletOptions",
                register.outlets().stream()
                        .map(outlet -> option(outlet.id(), outlet.name()))
                        .toList(),
                "journalistOptions",
                register.people().stream()
                        .map(person -> option(person.id(), MediaPeople.words(person)))
                        .toList());
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    @Override
    public ProcessInstance submit(Map<String, @Nullable Object> fields) {
        Map<String, String> texts = new HashMap<>();
        Map<String, Boolean> flags = new HashMap<>();
        fields.forEach((field, value) -> {
            if (value instanceof Boolean flag) {
                flags.put(field, flag);
            } else if (value != null && MediaEventDraft.TEXTS.contains(field)) {
                texts.put(field, clean(value.toString(), OF_SEVERAL_LINES.contains(field)));
            }
        });
        chosen(fields, texts);
        texts.compute("title", (field, typed) -> orNothing(typed));
        texts.compute("claim", (field, typed) -> orNothing(typed));
        MediaEventDraft draft = new MediaEventDraft(texts, flags, clock);
        NewMediaEvent event = draft.event(SOURCE, house.caller().orElse(null), true);
        if (!draft.findings().isEmpty()) {
            throw new FormRefusal(draft.findings());
        }
        String outlet = event.outlet();
        if (Boolean.TRUE.equals(flags.get(NEW_OUTLET)) && outlet != null) {
            register.takeUp(outlet);
        }
        return process.running(intake.instanceOf(intake.take(event).caseNumber()));
    }

    /** Who was chosen from the register is taken by name, as if it had been typed; a journalist brings their outlet along. */
    private void chosen(Map<String, @Nullable Object> fields, Map<String, String> texts) {
        text(fields, KNOWN_OUTLET)
                .flatMap(register::outlet)
                .ifPresent(outlet -> texts.put(RegisterFields.OUTLET, outlet.name()));
        text(fields, KNOWN_JOURNALIST).flatMap(register::person).ifPresent(person -> {
            texts.put(RegisterFields.OUTLET, person.outletName());
            texts.put(RegisterFields.JOURNALIST, person.name());
        });
    }

    private static Optional<String> text(Map<String, @Nullable Object> fields, String field) {
        return Optional.ofNullable(fields.get(field)).map(Object::toString);
    }

    private static String orNothing(@Nullable String typed) {
        return typed == null || typed.isBlank() ? NOTHING : typed;
    }

    private static String clean(String typed, boolean severalLines) {
        String text = typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE
                                || (Character.isISOControl(c) && !(severalLines && (c == '\n' || c == '\t')))
                        ? ' '
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return severalLines ? text.strip() : text.replaceAll("\\s+", " ").strip();
    }
}
