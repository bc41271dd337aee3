package io.amends.mediacrisis;

import io.amends.mediacrisis.CoverageRound.Answers;
import io.amends.mediacrisis.CoverageRound.Figures;
import io.amends.modeling.FormRefusal.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the answers to the four questions can be true beside the numbers of the same round (M-13). */
@Component
class RoundCheck {

    /** Of the first days nobody can say yet that coverage has stopped. */
    private static final Duration FIRST = Duration.ofDays(1);

    private final CoverageRounds rounds;
    private final JdbcClient jdbc;

    RoundCheck(CoverageRounds rounds, JdbcClient jdbc) {
        this.rounds = rounds;
        this.jdbc = jdbc;
    }

    /** What contradicts, by the field that says so. */
    List<Finding> findings(String caseNumber, int number, Figures figures, Answers answers) {
        List<Finding> findings = new ArrayList<>();
        if (answers.stopped()) {
            notStopped(caseNumber, number, figures)
                    .ifPresent(why -> findings.add(new Finding(
                            WatchProcess.COVERAGE_STOPPED.name(), why, "Has coverage stopped after the first days?")));
        }
        // without any report nothing speaks against it
        if (answers.messagesUsed() && figures.coverage() > 0 && figures.carrying() == 0) {
            findings.add(new Finding(
                    WatchProcess.MESSAGES_USED.name(),
                    "cannot be yes: none of the " + figures.coverage() + " reports carries a message of ours",
                    "Are our messages used?"));
        }
        return findings;
    }

    /** Whether a round ends within the first day after the first event, so that it says nothing of what comes after. */
    boolean early(String caseNumber, CoverageRound round) {
        return firstEvent(caseNumber)
                .map(first -> round.untilAt().isBefore(first.plus(FIRST)))
                .orElse(false);
    }

    private Optional<String> notStopped(String caseNumber, int number, Figures figures) {
        if (rounds.find(caseNumber, number).filter(it -> early(caseNumber, it)).isPresent()) {
            return Optional.of("cannot be yes: the round ended within a day of the first report");
        }
        return rounds.complete(caseNumber).stream()
                .filter(it -> it.number() < number)
                .reduce((earlier, later) -> later)
                .map(CoverageRound::figures)
                .filter(before -> figures.coverage() > 0 && figures.coverage() >= before.coverage())
                .map(before -> "cannot be yes: there were " + figures.coverage() + " reports, and " + before.coverage()
                        + " in the round before");
    }

    private Optional<Instant> firstEvent(String caseNumber) {
        return jdbc
                .sql("select reported_at from media_event where case_number = ? order by reported_at")
                .param(caseNumber)
                .query((row, n) -> Moments.needed(row, "reported_at"))
                .list()
                .stream()
                .findFirst();
    }
}
