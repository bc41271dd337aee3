package io.amends.moving;

import io.amends.modeling.AsTheHouse;
import io.amends.moving.CaseMover.Plans;
import io.amends.moving.TokenTable.Listening;
import io.amends.moving.TokenTable.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Tells what a move would do, case by case and step by step, and changes nothing. */
@Component
class Previews {

    private final TokenTable running;
    private final CaseMover mover;
    private final Planner planner;
    private final RepositoryService repository;
    private final AsTheHouse house;

    Previews(TokenTable running, CaseMover mover, Planner planner, RepositoryService repository, AsTheHouse house) {
        this.running = running;
        this.mover = mover;
        this.planner = planner;
        this.repository = repository;
        this.house = house;
    }

    /**
     * @param versions to take cases from; none for all older ones
     * @return empty for a process that is not deployed
     */
    Optional<Preview> of(String processKey, Collection<Integer> versions, Collection<StepMatch> matches) {
        return house.run(() -> {
            Map<String, ProcessDefinition> newest = newest();
            return Optional.ofNullable(newest.get(processKey))
                    .map(latest -> preview(latest, newest, versions, matches));
        });
    }

    /** The newest version of every process, by its key. */
    Map<String, ProcessDefinition> newest() {
        return house.run(() -> repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .collect(
                        Collectors.toMap(ProcessDefinition::getKey, it -> it, (first, second) -> first, TreeMap::new)));
    }

    /** Matches by the names of their steps; an id where a version with it is gone. */
    List<NamedMatch> named(Collection<StepMatch> matches) {
        if (matches.isEmpty()) {
            return List.of();
        }
        return house.run(() -> {
            Map<String, List<ProcessDefinition>> versions = new HashMap<>();
            Map<String, Diagram> read = new HashMap<>();
            return matches.stream()
                    .map(match -> {
                        List<ProcessDefinition> newestFirst =
                                versions.computeIfAbsent(match.process(), this::newestFirst);
                        return new NamedMatch(
                                newestFirst.isEmpty() ? match.process() : CaseMover.name(newestFirst.get(0)),
                                // a step that got another id is in an older version only
                                title(newestFirst, match.from(), read),
                                title(newestFirst, match.to(), read));
                    })
                    .toList();
        });
    }

    /** All versions of a process. */
    List<ProcessDefinition> newestFirst(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .desc()
                .list();
    }

    /** As the newest version that has the step calls it. */
    private String title(List<ProcessDefinition> newestFirst, String step, Map<String, Diagram> read) {
        for (ProcessDefinition version : newestFirst) {
            Optional<Step> found = read.computeIfAbsent(version.getId(), id -> planner.diagram(version))
                    .find(step);
            if (found.isPresent()) {
                return found.get().title();
            }
        }
        return step;
    }

    /** Older versions of a process on which something runs, newest first. */
    List<Version> olderRunning(ProcessDefinition latest) {
        return olderRunning(Map.of(latest.getKey(), latest)).getOrDefault(latest.getKey(), List.of());
    }

    /** The same of several processes, by their keys. */
    Map<String, List<Version>> olderRunning(Map<String, ProcessDefinition> newest) {
        Map<String, List<Version>> all = running.versions(newest.keySet());
        Map<String, List<Version>> older = new HashMap<>();
        newest.forEach((key, latest) -> older.put(
                key,
                all.getOrDefault(key, List.of()).stream()
                        .filter(it -> it.version() < latest.getVersion())
                        .toList()));
        return older;
    }

    private Preview preview(
            ProcessDefinition latest,
            Map<String, ProcessDefinition> newest,
            Collection<Integer> versions,
            Collection<StepMatch> matches) {
        List<Version> older = olderRunning(latest);
        List<Version> chosen = older.stream()
                .filter(it -> versions.isEmpty() || versions.contains(it.version()))
                .toList();
        List<Preview.Version> lines = older.stream()
                .map(it -> new Preview.Version(it.version(), it.running(), chosen.contains(it)))
                .toList();
        List<String> definitions = chosen.stream().map(Version::definitionId).toList();
        Map<String, String> targets = new HashMap<>();
        newest.forEach((key, definition) -> targets.put(key, definition.getId()));
        Collected collected = new Collected(mover.plans(targets, matches), matches);
        running.ofCases(definitions).forEach(collected::add);
        running.listening(definitions).forEach(collected::listens);
        return new Preview(
                latest,
                lines,
                collected.cases(),
                collected.places(),
                collected.open(),
                collected.begins(),
                collected.ends());
    }

    /** Puts one preview together. */
    private final class Collected {

        private final Plans plans;
        private final Collection<StepMatch> matches;
        private final Map<String, Preview.CaseLine> cases = new LinkedHashMap<>();
        private final Map<String, ProcessDefinition> definitions = new HashMap<>();
        private final Map<PlaceKey, Integer> waiting = new LinkedHashMap<>();
        private final Map<PlaceKey, Set<Integer>> versions = new HashMap<>();
        private final Map<OpenKey, Integer> openSteps = new LinkedHashMap<>();
        private final Map<String, MovePlan> used = new LinkedHashMap<>();
        private final Map<String, Set<String>> waitedAt = new HashMap<>();
        private final Set<String> ends = new LinkedHashSet<>();

        Collected(Plans plans, Collection<StepMatch> matches) {
            this.plans = plans;
            this.matches = matches;
        }

        void add(RunningInstance instance) {
            ProcessDefinition from =
                    definitions.computeIfAbsent(instance.definitionId(), repository::getProcessDefinition);
            Optional<MovePlan> plan = plans.of(instance.definitionId());
            List<String> waits = new ArrayList<>();
            Set<String> inTheWay = new LinkedHashSet<>();
            plan.ifPresent(it -> {
                used.put(from.getId(), it);
                for (Place place : instance.places()) {
                    waits.add(title(it.before(), place.activityId()));
                    Optional<String> why = it.inTheWay(place);
                    why.ifPresent(inTheWay::add);
                    count(it, place, why.orElse(""));
                }
            });
            cases.computeIfAbsent(
                            instance.item(),
                            item -> new Preview.CaseLine(item, instance.caseNumber() != null, new ArrayList<>()))
                    .processes()
                    .add(new Preview.Run(
                            CaseMover.name(from),
                            from.getVersion(),
                            plan.map(it -> it.to().getVersion()).orElse(from.getVersion()),
                            List.copyOf(new LinkedHashSet<>(waits)),
                            List.copyOf(inTheWay)));
        }

        private void count(MovePlan plan, Place place, String inTheWay) {
            Step step = plan.before().find(place.activityId()).orElse(null);
            String found = plan.found().get(place.activityId());
            Step there = found == null ? null : plan.after().find(found).orElse(null);
            boolean renamed = step != null
                    && there != null
                    && (!step.id().equals(there.id()) || !step.name().equals(there.name()));
            PlaceKey key = new PlaceKey(
                    CaseMover.name(plan.from()),
                    title(plan.before(), place.activityId()),
                    renamed && there != null ? there.title() : "",
                    inTheWay);
            waiting.merge(key, 1, Integer::sum);
            versions.computeIfAbsent(key, it -> new TreeSet<>()).add(plan.from().getVersion());
            Set<String> at = waitedAt.computeIfAbsent(plan.from().getId(), it -> new LinkedHashSet<>());
            if (step != null) {
                lookAt(plan, step, 1);
                around(plan.before(), step).forEach(group -> {
                    at.add(group.id());
                    if (!plan.found().containsKey(group.id())) {
                        ends.add("The group " + group.title() + " of " + CaseMover.name(plan.from())
                                + ", with what only its steps know");
                    }
                });
                at.add(step.id());
            }
        }

        void listens(Listening listening, int count) {
            plans.of(listening.definitionId()).ifPresent(plan -> plan.before()
                    .find(listening.activityId())
                    .filter(Step::listens)
                    .ifPresent(step -> {
                        lookAt(plan, step, count);
                        if (!plan.found().containsKey(step.id())) {
                            ends.add(what(plan, plan.before(), step));
                        }
                    }));
        }

        /** A step that the newest version has under no such id. */
        private void lookAt(MovePlan plan, Step step, int count) {
            if (plan.after().find(step.id()).isEmpty()) {
                openSteps.merge(new OpenKey(plan.from().getKey(), step.id()), count, Integer::sum);
            }
        }

        List<Preview.CaseLine> cases() {
            return List.copyOf(cases.values());
        }

        List<Preview.PlaceLine> places() {
            return waiting.entrySet().stream()
                    .map(it -> new Preview.PlaceLine(
                            it.getKey().process(),
                            List.copyOf(versions.getOrDefault(it.getKey(), Set.of())),
                            it.getKey().step(),
                            it.getValue(),
                            it.getKey().found(),
                            it.getKey().inTheWay()))
                    .sorted(Comparator.comparing(
                                    (Preview.PlaceLine line) -> line.inTheWay().isEmpty())
                            .thenComparing(Preview.PlaceLine::process)
                            .thenComparing(Preview.PlaceLine::step))
                    .toList();
        }

        List<Preview.OpenStep> open() {
            return openSteps.entrySet().stream()
                    .map(it -> open(it.getKey(), it.getValue()))
                    .toList();
        }

        private Preview.OpenStep open(OpenKey key, int count) {
            MovePlan plan = used.values().stream()
                    .filter(it -> it.from().getKey().equals(key.process())
                            && it.before().find(key.step()).isPresent())
                    .findFirst()
                    .orElseThrow();
            Step step = plan.before().find(key.step()).orElseThrow();
            List<Preview.Choice> choices = plan.after().steps().stream()
                    .filter(step::fits)
                    .map(it -> new Preview.Choice(
                            it.id(), it.title(), plan.before().find(it.id()).isEmpty()))
                    .sorted(Comparator.comparing((Preview.Choice choice) -> !choice.isNew())
                            .thenComparing(Preview.Choice::title))
                    .toList();
            return new Preview.OpenStep(
                    key.process(),
                    CaseMover.name(plan.from()),
                    step.id(),
                    step.title(),
                    step.kindInWords(),
                    count,
                    choices,
                    suggested(step, choices),
                    matches.stream()
                            .filter(match -> match.process().equals(key.process())
                                    && match.from().equals(key.step()))
                            .map(StepMatch::to)
                            .filter(to -> choices.stream()
                                    .anyMatch(choice -> choice.id().equals(to)))
                            .reduce("", (first, last) -> last));
        }

        private String suggested(Step step, List<Preview.Choice> choices) {
            List<Preview.Choice> added =
                    choices.stream().filter(Preview.Choice::isNew).toList();
            return added.stream()
                    .filter(it -> !step.name().isEmpty() && it.title().equalsIgnoreCase(step.title()))
                    .findFirst()
                    .or(() -> added.size() == 1 ? Optional.of(added.get(0)) : Optional.empty())
                    .map(Preview.Choice::id)
                    .orElse("");
        }

        /** Events of the newest version that the moved processes come to wait for beside their steps. */
        List<String> begins() {
            Set<String> begins = new LinkedHashSet<>();
            for (MovePlan plan : used.values()) {
                Set<String> at = waitedAt.getOrDefault(plan.from().getId(), Set.of()).stream()
                        .map(id -> plan.found().getOrDefault(id, ""))
                        .collect(Collectors.toSet());
                Set<String> around = new LinkedHashSet<>(at);
                at.forEach(id -> plan.after().find(id).ifPresent(step -> around(plan.after(), step)
                        .forEach(group -> around.add(group.id()))));
                around.add(plan.to().getKey());
                plan.after().steps().stream()
                        .filter(step -> step.listens() && !plan.found().containsValue(step.id()))
                        .filter(step -> around.contains(heardIn(plan.after(), step)))
                        .forEach(step -> begins.add(what(plan, plan.after(), step)));
            }
            return List.copyOf(begins);
        }

        List<String> ends() {
            return List.copyOf(ends);
        }

        private String what(MovePlan plan, Diagram diagram, Step step) {
            String where = step.host() == null
                    ? ""
                    : " of " + diagram.find(step.host()).map(Step::title).orElse(step.host());
            return step.title() + ", " + step.kindInWords() + where + ", in " + CaseMover.name(plan.from());
        }
    }

    /** Id of what has to be there for an event to be heard. */
    private static String heardIn(Diagram diagram, Step event) {
        return event.host() != null
                ? event.host()
                : diagram.find(event.scope()).map(Step::scope).orElse(event.scope());
    }

    private static List<Step> around(Diagram diagram, Step step) {
        List<Step> groups = new ArrayList<>();
        Optional<Step> group = diagram.find(step.scope());
        while (group.isPresent()) {
            groups.add(group.get());
            group = diagram.find(group.get().scope());
        }
        return groups;
    }

    private static String title(Diagram diagram, String activityId) {
        return diagram.find(activityId).map(Step::title).orElse(activityId);
    }

    /** A match in words. */
    record NamedMatch(String process, String from, String to) {}

    private record PlaceKey(String process, String step, String found, String inTheWay) {}

    private record OpenKey(String process, String step) {}
}
