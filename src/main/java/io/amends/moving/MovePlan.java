package io.amends.moving;

import io.amends.moving.Place.Turn;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * How processes of one version become processes of the newest, and what stands in the way of those that cannot.
 *
 * @param plan for the engine
 * @param found where each place of the old version is found again, by the ids that the engine uses
 * @param refused what the engine would not map, though both versions have it
 */
record MovePlan(
        ProcessDefinition from,
        ProcessDefinition to,
        Diagram before,
        Diagram after,
        MigrationPlan plan,
        Map<String, String> found,
        Set<String> refused) {

    /** Why a process that waits there cannot move, as a sentence without its subject; empty when it can. */
    Optional<String> inTheWay(Place place) {
        String target = found.get(place.activityId());
        Step step = before.find(place.activityId()).orElse(null);
        if (step == null) {
            return Optional.of(
                    "is at “" + place.activityId() + "”, which cannot be read in version " + from.getVersion());
        }
        if (target == null) {
            return Optional.of((place.turn() == Turn.THERE ? "waits at " : "is about to do ") + step.title() + ", "
                    + whyNot(step, place));
        }
        Step there = after.find(target).orElseThrow();
        // the engine finds the step again by its id alone, and the answer of one process would be taken for another's
        if (place.turn() == Turn.THERE && !step.called().equals(there.called())) {
            return Optional.of("waits at " + step.title() + ", which calls the process " + there.called()
                    + " in version " + to.getVersion() + " and not " + step.called());
        }
        if (place.turn() == Turn.BEFORE && !there.asyncBefore()) {
            return Optional.of("is about to begin " + step.title() + ", where version " + to.getVersion()
                    + " does not pause; it can move when that is done");
        }
        if (place.turn() == Turn.AFTER && !there.asyncAfter()) {
            return Optional.of("is about to leave " + step.title() + ", where version " + to.getVersion()
                    + " does not pause; it can move when that is done");
        }
        return Optional.empty();
    }

    private String whyNot(Step step, Place place) {
        Optional<Step> same = after.find(step.id());
        String version = "version " + to.getVersion();
        if (same.isEmpty()) {
            return "which " + version + " does not have";
        }
        if (!same.get().kind().equals(step.kind())) {
            return "which was " + step.kindInWords() + " and is " + same.get().kindInWords() + " in " + version;
        }
        if (same.get().many() != step.many()) {
            return "which is done several times in only one of the two versions";
        }
        if (step.kind().equals("parallelGateway") || step.kind().equals("inclusiveGateway")) {
            return "a join that fewer ways lead to, or that stands elsewhere, in " + version;
        }
        return refused.contains(place.activityId())
                ? "which stands in a part of " + version + " that no running case can be put into"
                : "where " + version + " does not wait any more";
    }
}
