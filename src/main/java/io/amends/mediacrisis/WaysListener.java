package io.amends.mediacrisis;

import io.amends.mediacrisis.ChosenWays.ChosenWay;
import io.amends.mediaregister.MediaRegister;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.modeling.JsonLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps how we speak and, for each way, to whom (M-10): an exclusive to one person, a mailing to somebody who gets mail. */
@Component
class WaysListener implements TaskListener {

    static final String WAYS = "chosenWays";

    private final ChosenWays chosen;
    private final MediaRegister register;

    WaysListener(ChosenWays chosen, MediaRegister register) {
        this.chosen = chosen;
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        List<String> ways = JsonLists.strings(task.getVariable(WAYS));
        if (ways.isEmpty()) {
            throw new FormRefusal(WAYS, "must name at least one way to speak");
        }
        List<ChosenWay> all = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String code : ways) {
            SpeakingWay way = SpeakingWay.of(code);
            List<String> people = people(task, way);
            check(way, people, findings);
            all.add(new ChosenWay(all.size(), code, people));
        }
        if (!findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
        chosen.choose(task.getExecution().getProcessBusinessKey(), MediaCrisisProcess.MESSAGE_VERSION.get(task), all);
        MediaCrisisProcess.WAYS.set(task, ways.size());
        TaskDoer.forget(task, WAYS);
        TaskDoer.forget(
                task, Arrays.stream(SpeakingWay.values()).map(SpeakingWay::to).toArray(String[]::new));
    }

    private static List<String> people(DelegateTask task, SpeakingWay way) {
        if (way.toOne()) {
            String person = TaskDoer.text(task, way.to());
            return person.isEmpty() ? List.of() : List.of(person);
        }
        return JsonLists.strings(task.getVariable(way.to()));
    }

    private void check(SpeakingWay way, List<String> people, List<Finding> findings) {
        if (people.isEmpty()) {
            findings.add(new Finding(
                    way.to(), "must name " + (way.toOne() ? "the one person" : "at least one person") + " it is for"));
        } else if (way.written()
                && people.stream()
                        .flatMap(id -> register.person(id).stream())
                        .noneMatch(person -> person.mail() != null)) {
            findings.add(new Finding(way.to(), "must name at least one person with a mail address: it is a mailing"));
        }
    }
}
