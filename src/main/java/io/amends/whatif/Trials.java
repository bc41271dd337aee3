package io.amends.whatif;

import io.amends.modeling.AsTheHouse;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelReview;
import io.amends.web.ListPlace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Holds changed tables against past decisions. Whoever calls has seen to it that the person may. */
@Component
class Trials {

    /** The most decisions that one trial looks at. */
    static final int MOST = 20_000;

    private static final int PAGE = 500;
    private static final int AT_ONCE = 2;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PastDecisions past;
    private final ModelReview guard;
    private final RepositoryService repository;
    private final AsTheHouse house;
    private final Clock clock;
    private final int most;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    @Autowired
    Trials(PastDecisions past, ModelReview guard, RepositoryService repository, AsTheHouse house, Clock clock) {
        this(past, guard, repository, house, clock, MOST);
    }

    Trials(
            PastDecisions past,
            ModelReview guard,
            RepositoryService repository,
            AsTheHouse house,
            Clock clock,
            int most) {
        this.past = past;
        this.guard = guard;
        this.repository = repository;
        this.house = house;
        this.clock = clock;
        this.most = most;
    }

    /** A table that is deployed. */
    record Deployed(String key, String name) {}

    List<Deployed> tables() {
        return house
                .run(() -> repository
                        .createDecisionDefinitionQuery()
                        .latestVersion()
                        .list())
                .stream()
                .map(one -> new Deployed(one.getKey(), name(one)))
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
    }

    private Optional<DecisionDefinition> latest(String key) {
        return Optional.ofNullable(house.run(() -> repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult()));
    }

    private static String name(DecisionDefinition one) {
        return one.getName() == null || one.getName().isBlank() ? one.getKey() : one.getName();
    }

    /** Everything that the guard finds wrong with the deployed set once this file has taken its place in it. */
    List<ModelFinding> check(String name, byte[] file) {
        return guard.check(Map.of(name, file));
    }

    /**
     * @param file that the guard has let pass
     * @throws FormRefusal for a table that there is not, another table's file, or a value of the wrong kind
     * @throws Busy when too many are asking
     */
    Trial run(Question question, String fileName, byte[] file) {
        DecisionDefinition latest =
                latest(question.table()).orElseThrow(() -> new FormRefusal("table", "is not deployed"));
        ChangedTable table = ChangedTable.of(question.table(), file, question.given());
        Instant until = until(question);
        PastDecisions.Range range = range(question, until);
        if (!turn()) {
            throw new Busy();
        }
        try {
            Tally tally = new Tally(table);
            long inPeriod = past.count(range);
            boolean late = count(range, table, tally);
            Sheet deployed = Sheet.of(house.run(() -> repository.getDmnModelInstance(latest.getId())), question.table())
                    .orElseThrow();
            return new Trial(
                    UUID.randomUUID().toString(),
                    question,
                    name(latest),
                    fileName,
                    file,
                    until,
                    tally.summary(inPeriod, late, deployed));
        } finally {
            turns.release();
        }
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @return whether time was up */
    private boolean count(PastDecisions.Range range, ChangedTable table, Tally tally) {
        long end = System.nanoTime() + LONGEST.toNanos();
        PastDecisions.Reading reading = past.reading(range);
        ListPlace place = null;
        while (tally.looked() < most) {
            int size = Math.min(PAGE, most - tally.looked());
            List<PastDecision> page = reading.page(place, null, size);
            for (PastDecision one : page) {
                tally.add(one, Verdict.of(one, table));
                if (System.nanoTime() > end) {
                    return true;
                }
            }
            if (page.size() < size) {
                return false;
            }
            place = page.get(page.size() - 1).place();
        }
        return false;
    }

    /** Its decisions, looked at once more. */
    Opened open(Trial trial) {
        return new Opened(trial);
    }

    /** A trial whose table is read, and its decisions in pages; for one reader. */
    final class Opened {

        private final ChangedTable table;
        private final PastDecisions.Reading reading;
        private final @Nullable ListPlace end;

        private Opened(Trial trial) {
            this.table = ChangedTable.of(
                    trial.question().table(), trial.file(), trial.question().given());
            this.reading = past.reading(range(trial.question(), trial.until()));
            this.end = ListPlace.read(trial.summary().end()).orElse(null);
        }

        /** The changed table. */
        Sheet sheet() {
            return table.sheet();
        }

        /** Up to so many of those that fit, the newest first. */
        List<Line> page(Predicate<Line> fits, @Nullable ListPlace after, int size) {
            List<Line> lines = new ArrayList<>();
            read(after, Math.max(size, 100), page -> {
                page.stream()
                        .map(this::line)
                        .filter(fits)
                        .limit(size - lines.size())
                        .forEach(lines::add);
                return lines.size() < size;
            });
            return lines;
        }

        /** All of them, the newest first, without ever holding more than a page. */
        void each(Consumer<List<Line>> reader) {
            read(null, PAGE, page -> {
                reader.accept(page.stream().map(this::line).toList());
                return true;
            });
        }

        /** Which evaluation on its case each of these was, by id of the decision; without those that belong to no case. */
        Map<String, PastDecisions.Nth> nth(List<Line> lines) {
            return reading.nth(lines.stream().map(Line::past).toList());
        }

        private Line line(PastDecision one) {
            return new Line(one, Verdict.of(one, table));
        }

        private void read(@Nullable ListPlace after, int size, Predicate<List<PastDecision>> goesOn) {
            if (end == null) {
                return;
            }
            ListPlace place = after;
            while (true) {
                List<PastDecision> page = reading.page(place, end, size);
                if (!goesOn.test(page) || page.size() < size) {
                    return;
                }
                place = page.get(page.size() - 1).place();
            }
        }
    }

    private Instant until(Question question) {
        Instant end = question.to().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        // the moment itself still counts
        Instant now = clock.instant().plusMillis(1);
        return end.isBefore(now) ? end : now;
    }

    private PastDecisions.Range range(Question question, Instant until) {
        return new PastDecisions.Range(
                question.table(), question.from().atStartOfDay(clock.getZone()).toInstant(), until, question.cases());
    }

    /** A decision and how it would have come out. */
    record Line(PastDecision past, Verdict verdict) {}
}
