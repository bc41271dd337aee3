package io.amends.mediacrisis;

import io.amends.casefile.CaseDetails.Action;
import io.amends.casefile.CaseDetails.Field;
import io.amends.casefile.CaseDetails.Said;
import io.amends.mediaregister.MediaRegister;
import io.amends.modeling.FormRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report that somebody has read or heard, recorded on the case page (M-12). */
@Component
class RecordCoverageAction implements CrisisActions {

    static final String NAME = "record-coverage";
    /** Of what people of the house record; their reports are numbered by the house. */
    static final String SOURCE = "case-page";

    private static final List<String> YES_NO = List.of("yes", "no");

    private final CoverageDesk desk;
    private final MediaRegister register;

    RecordCoverageAction(CoverageDesk desk, MediaRegister register) {
        this.desk = desk;
        this.register = register;
    }

    @Override
    public List<Action> of(MediaCrisis crisis) {
        return CrisisActions.isOver(crisis)
                ? List.of()
                : List.of(new Action(
                        NAME,
                        "Record coverage",
                        "",
                        "",
                        List.of(),
                        List.of(
                                RegisterFields.outlet(register, "Outlet", true),
                                new Field("title", "Title", List.of(), true),
                                new Field("link", "Link", List.of(), false),
                                new Field("tone", "Tone", CoverageDraft.TONES, true),
                                new Field("carriesMessage", "Carries a message of ours", YES_NO, true),
                                new Field("enquiries", "How many journalists asked because of it", List.of(), false))));
    }

    @Override
    public boolean knows(String action) {
        return action.equals(NAME);
    }

    @Override
    public Optional<String> act(MediaCrisis crisis, String action, String option, String text, String userId) {
        return act(crisis, action, new Said(option, text, Map.of()), userId);
    }

    @Override
    public Optional<String> act(MediaCrisis crisis, String action, Said said, String userId) {
        Integer enquiries = number(said.field("enquiries"));
        if (enquiries == null && !said.field("enquiries").isEmpty()) {
            return Optional.of("How many journalists asked is a whole number.");
        }
        try {
            desk.take(
                    crisis.caseNumber(),
                    new CoverageDraft(
                            SOURCE,
                            "",
                            said.field("outlet"),
                            said.field("title"),
                            said.field("link"),
                            said.field("tone"),
                            enquiries,
                            said.field("carriesMessage").equals("yes"),
                            null),
                    userId);
            return Optional.empty();
        } catch (FormRefusal refusal) {
            return CrisisActions.told(refusal);
        }
    }

    private static @Nullable Integer number(String text) {
        try {
            return text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException notWhole) {
            return null;
        }
    }
}
