package io.amends.mediacrisis;

import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.mediacrisis.CoverageRound.Answers;
import io.amends.mediacrisis.CoverageRound.Figures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the form of a round opens with: what was recorded, the numbers that follow, and what they say about the four questions (M-12). */
@Component
class WatchFormPart implements CrisisFormPart {

    private final CoverageRounds rounds;
    private final CoverageTable coverage;
    private final RoundCheck check;
    private final JdbcClient jdbc;
    private final PlainTime time;

    WatchFormPart(CoverageRounds rounds, CoverageTable coverage, RoundCheck check, JdbcClient jdbc, PlainTime time) {
        this.rounds = rounds;
        this.coverage = coverage;
        this.check = check;
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public Map<String, Object> of(MediaCrisis crisis, Map<String, Object> variables) {
        if (!variables.containsKey(WatchProcess.ROUND_HOURS.name())
                || !(variables.get(MediaCrisisProcess.ROUND.name()) instanceof Number number)) {
            return Map.of();
        }
        return rounds.find(crisis.caseNumber(), number.intValue())
                .map(round -> facts(crisis.caseNumber(), round))
                .orElse(Map.of());
    }

    private Map<String, Object> facts(String caseNumber, CoverageRound round) {
        List<Coverage> told = coverage.notCounted(caseNumber);
        List<CoverageRound> before = rounds.complete(caseNumber);
        Figures figures = figures(told, calls(caseNumber, round));
        Answers answers = RoundProposal.of(figures, before);
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "watch",
                Map.of(
                        "round", round.number(),
                        "span", time.moment(round.beganAt()) + " to " + time.moment(round.untilAt()),
                        "before", before.isEmpty() ? "" : words(before.get(before.size() - 1)),
                        "clean", rounds.clean(caseNumber),
                        "empty", rounds.empty(caseNumber)));
        facts.put("coverageRows", told.stream().map(this::row).toList());
        facts.put(WatchProcess.COVERAGE_COUNT.name(), figures.coverage());
        facts.put(WatchProcess.NEGATIVE_COUNT.name(), figures.negative());
        facts.put(WatchProcess.CARRYING_COUNT.name(), figures.carrying());
        facts.put(WatchProcess.ENQUIRY_COUNT.name(), figures.enquiries());
        facts.put(WatchProcess.COVERAGE_STOPPED.name(), yesNo(answers.stopped() && !check.early(caseNumber, round)));
        facts.put(WatchProcess.NEGATIVE_FALLING.name(), yesNo(answers.falling()));
        facts.put(WatchProcess.REPORTERS_GONE.name(), yesNo(answers.movedOn()));
        facts.put(WatchProcess.MESSAGES_USED.name(), yesNo(answers.messagesUsed()));
        return facts;
    }

    private static Figures figures(List<Coverage> told, int calls) {
        return new Figures(
                told.size(),
                (int) told.stream().filter(Coverage::negative).count(),
                told.stream().mapToInt(Coverage::enquiries).sum() + calls,
                (int) told.stream().filter(Coverage::carriesMessage).count());
    }

    /** Journalists who called since the round began. */
    private int calls(String caseNumber, CoverageRound round) {
        return jdbc.sql("select count(*) from media_event where case_number = ? and kind = 'call' and reported_at >= ?")
                .params(caseNumber, MediaCrisisTable.utc(round.beganAt()))
                .query(Integer.class)
                .single();
    }

    private static String words(CoverageRound round) {
        Figures figures = Objects.requireNonNull(round.figures());
        return figures.coverage() + " reports, " + figures.negativeShare() + " % negative, " + figures.enquiries()
                + " enquiries, " + figures.carryingShare() + " % carry a message";
    }

    private Map<String, String> row(Coverage it) {
        return Map.of(
                "when", time.moment(it.publishedAt()),
                "outlet", it.outletName(),
                "title", it.title(),
                "tone", Words.label(it.tone()),
                "enquiries", Integer.toString(it.enquiries()),
                "carries", yesNo(it.carriesMessage()));
    }

    private static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
