package io.amends.mediacrisis;

import io.amends.casefile.CaseDetails.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A person raises or lowers the level, and says why (M-2). */
@Component
@Order(10)
class LevelAction implements CrisisActions {

    private static final List<String> LEVELS = List.of("watch", "respond", "crisis");
    private static final int LONGEST = 500;

    private final MediaCrisisTable crises;
    private final MediaCrisisStart process;
    private final CrisisLevel levels;

    LevelAction(MediaCrisisTable crises, MediaCrisisStart process, CrisisLevel levels) {
        this.crises = crises;
        this.process = process;
        this.levels = levels;
    }

    @Override
    public List<Action> of(MediaCrisis crisis) {
        if (!process.awaits(crisis.caseNumber(), MediaCrisisProcess.LEVEL_CHANGED)) {
            return List.of();
        }
        return List.of(new Action(
                MediaCrisisProcess.LEVEL_CHANGED,
                "Raise or lower the level",
                "Why",
                "",
                LEVELS.stream().filter(level -> !level.equals(name(crisis))).toList()));
    }

    @Override
    public boolean knows(String action) {
        return action.equals(MediaCrisisProcess.LEVEL_CHANGED);
    }

    @Override
    public Optional<String> act(MediaCrisis crisis, String action, String option, String text, String userId) {
        if (!LEVELS.contains(option) || !process.awaits(crisis.caseNumber(), MediaCrisisProcess.LEVEL_CHANGED)) {
            return Optional.of("The case has moved on meanwhile and does not wait for this any more.");
        }
        crises.level(
                crisis.caseNumber(), LEVELS.indexOf(option) + 1, text.substring(0, Math.min(LONGEST, text.length())));
        Map<String, Object> facts = new HashMap<>(MediaCrisisStart.NOBODY_CALLED);
        facts.put(MediaCrisisStart.CALLED_OUT_BY, userId);
        process.tell(crisis.caseNumber(), MediaCrisisProcess.LEVEL_CHANGED, facts);
        levels.settle(crisis.caseNumber());
        return Optional.empty();
    }

    private static String name(MediaCrisis crisis) {
        return crisis.level() == null ? "" : LEVELS.get(crisis.level() - 1);
    }
}
