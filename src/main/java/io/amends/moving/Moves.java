package io.amends.moving;

import io.amends.modeling.AsTheHouse;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.OwnTransaction;
import io.amends.moving.TokenTable.Version;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Begins moves, stops them and lets them go on. Who may, is decided before. */
@Service
class Moves {

    private final Previews previews;
    private final Planner planner;
    private final MoveTable table;
    private final MoveWork work;
    private final OwnTransaction apart;
    private final AsTheHouse house;

    Moves(Previews previews, Planner planner, MoveTable table, MoveWork work, OwnTransaction apart, AsTheHouse house) {
        this.previews = previews;
        this.planner = planner;
        this.table = table;
        this.work = work;
        this.apart = apart;
        this.house = house;
    }

    /**
     * Writes a move down; the work begins at once.
     *
     * @param versions to take cases from; none for all older ones
     * @param to the version that whoever asks believes to be the newest, or null
     * @throws FormRefusal naming {@code process}, {@code versions}, {@code to} or {@code steps}
     * @throws MoveUnfinished while another move of this process is not over
     */
    long start(
            String process,
            Collection<Integer> versions,
            @Nullable Integer to,
            Collection<StepMatch> matches,
            String userId) {
        Map<String, ProcessDefinition> newest = previews.newest();
        ProcessDefinition latest = newest.get(process);
        if (latest == null) {
            throw new FormRefusal("process", "is not deployed");
        }
        if (to != null && to != latest.getVersion()) {
            throw new FormRefusal("to", "is not the newest version any more; that is " + latest.getVersion());
        }
        table.unfinished(process).ifPresent(unfinished -> {
            throw new MoveUnfinished(unfinished.id());
        });
        List<Version> older = previews.olderRunning(latest);
        Set<Integer> running = older.stream().map(Version::version).collect(Collectors.toSet());
        Collection<Integer> chosen = new TreeSet<>(versions.isEmpty() ? running : versions);
        if (older.isEmpty()) {
            throw new FormRefusal("versions", "has no case that runs on an older version");
        }
        for (int version : chosen) {
            if (!running.contains(version)) {
                throw new FormRefusal("versions", "names " + version + ", on which nothing runs");
            }
        }
        matches.forEach(match -> check(match, newest));
        List<String> definitions = older.stream()
                .filter(it -> chosen.contains(it.version()))
                .map(Version::definitionId)
                .toList();
        long id;
        try {
            id = apart.run(() -> table.add(latest, chosen, definitions, newest.values(), matches, userId));
        } catch (DuplicateKeyException faster) {
            throw new MoveUnfinished(table.unfinished(process).map(Move::id).orElseThrow(() -> faster));
        }
        work.push();
        return id;
    }

    private void check(StepMatch match, Map<String, ProcessDefinition> newest) {
        ProcessDefinition to = newest.get(match.process());
        if (to == null) {
            throw new FormRefusal("steps", "names the process " + match.process() + ", which is not deployed");
        }
        Step target = planner.diagram(to)
                .find(match.to())
                .orElseThrow(() ->
                        new FormRefusal("steps", "names " + match.to() + ", which the newest version does not have"));
        ProcessDefinition having = house.run(() -> previews.newestFirst(match.process()).stream()
                        .filter(it -> it.getVersion() < to.getVersion()
                                && planner.diagram(it).find(match.from()).isPresent())
                        .findFirst())
                .orElseThrow(() -> new FormRefusal("steps", "names " + match.from() + ", which no older version has"));
        Step source = planner.diagram(having).find(match.from()).orElseThrow();
        if (!source.fits(target)) {
            throw new FormRefusal(
                    "steps",
                    "matches " + source.title() + ", " + source.kindInWords() + ", with " + target.title() + ", "
                            + target.kindInWords());
        }
        MovePlan plan = house.run(() -> planner.plan(having, to, List.of(match)));
        if (plan.refused().contains(match.from())) {
            throw new FormRefusal(
                    "steps",
                    "matches " + source.title() + " with " + target.title()
                            + ", which stands where no running case can be put");
        }
    }

    /** @return false when it was not at work */
    boolean stop(long id, String userId) {
        return table.stop(id, userId);
    }

    /** @return false when it was not stopped */
    boolean goOn(long id) {
        boolean goesOn = table.goOn(id);
        work.push();
        return goesOn;
    }

    /** Leaves the cases whose turn has not come where they are. @return false when it was not stopped */
    boolean end(long id) {
        return apart.run(() -> table.end(id));
    }
}
