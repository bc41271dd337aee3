package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.mediacrisis.CoverageRound.Answers;
import io.amends.mediacrisis.CoverageRound.Figures;
import io.amends.testing.Tables;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of an answer to the media, on whichever database (M-10 to M-15). */
abstract class AnswerTablesContract {

    private static final String CASE = "MCR-2026-000001";
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Answers ALL = new Answers(true, true, true, true);
    private static final Answers NONE = new Answers(false, false, false, false);
    private static final Answers SOME = new Answers(true, false, true, false);

    private JdbcClient jdbc;
    private CoverageRounds rounds;
    private CoverageTable coverage;
    private WrongReports reports;
    private PublicUpdates updates;
    private CrisisReviews reviews;
    private Speaking speaking;

    abstract DataSource database();

    @BeforeEach
    void anEmptyDatabase() {
        DataSource database = database();
        Tables.anew(database);
        jdbc = JdbcClient.create(database);
        rounds = new CoverageRounds(jdbc);
        coverage = new CoverageTable(jdbc);
        reports = new WrongReports(jdbc);
        updates = new PublicUpdates(jdbc);
        reviews = new CrisisReviews(jdbc);
        speaking = new Speaking(jdbc);
        jdbc.sql(
                        "insert into media_crisis (case_number, matter, title, opened_at, first_report_at) values (?, 'kettles', 'Kettles', ?, ?)")
                .params(CASE, MediaCrisisTable.utc(NOW), MediaCrisisTable.utc(NOW))
                .update();
    }

    @Test
    void clean_rounds_count_while_they_follow_each_other() {
        round(ALL, "go-on");
        round(SOME, "go-on");
        assertThat(rounds.clean(CASE)).isZero();
        round(ALL, "go-on");
        round(ALL, null);
        assertThat(rounds.clean(CASE)).isEqualTo(2);
        assertThat(rounds.empty(CASE)).isZero();
    }

    @Test
    void after_the_messages_were_thought_over_empty_rounds_are_counted_anew() {
        round(NONE, "go-on");
        round(NONE, "go-on");
        round(NONE, "rethink");
        assertThat(rounds.empty(CASE)).isZero();
        round(NONE, null);
        assertThat(rounds.empty(CASE)).isEqualTo(1);
    }

    @Test
    void how_many_clean_rounds_ended_a_watch_is_known_afterwards() {
        round(SOME, "go-on");
        round(ALL, "go-on");
        assertThat(CoverageRounds.cleanAtTheEnd(rounds.of(CASE)))
                .as("it goes on")
                .isEmpty();
        round(ALL, "stand-down");
        assertThat(rounds.clean(CASE)).as("none of a next watch").isZero();
        assertThat(CoverageRounds.cleanAtTheEnd(rounds.of(CASE))).hasValue(2);
    }

    @Test
    void a_round_that_was_broken_off_counts_neither_way() {
        round(ALL, "go-on");
        int broken = rounds.begin(CASE, NOW, NOW);
        rounds.close(CASE, broken, NOW);
        rounds.result(CASE, broken, CoverageRound.BROKEN_OFF);
        rounds.result(CASE, broken, "go-on");
        round(ALL, null);
        assertThat(rounds.clean(CASE)).isEqualTo(2);
        assertThat(rounds.find(CASE, broken).orElseThrow().result()).isEqualTo("broken-off");
        assertThat(rounds.complete(CASE)).hasSize(2);
    }

    @Test
    void shares_are_whole_percents_and_nothing_published_is_no_share() {
        assertThat(new Figures(3, 2, 0, 1).negativeShare()).isEqualTo(67);
        assertThat(new Figures(3, 2, 0, 1).carryingShare()).isEqualTo(33);
        assertThat(new Figures(0, 0, 5, 0).negativeShare()).isZero();
    }

    @Test
    void a_report_is_kept_once_and_counted_by_one_round() {
        coverage.add(coverage("1"), NOW);
        assertThatThrownBy(() -> coverage.add(coverage("1"), NOW)).isInstanceOf(DuplicateKeyException.class);
        assertThat(coverage.notCounted(CASE)).hasSize(1);
        coverage.counted(CASE, 1);
        coverage.add(coverage("2"), NOW);
        assertThat(coverage.notCounted(CASE)).extracting(Coverage::externalId).containsExactly("2");
        assertThat(coverage.find("tool", "1").orElseThrow().round()).isEqualTo(1);
    }

    @Test
    void a_wrong_report_keeps_whom_we_asked_and_what_came_of_it() {
        long id = reports.add(
                CASE,
                "O-1",
                "M-1",
                "Kettles burst",
                LocalDate.parse("2026-03-01"),
                null,
                "Says 4,000, it is 400.",
                NOW,
                "media");
        reports.askJournalist(id, "Could you correct it?", NOW);
        reports.askEditor(id, "M-2", "We asked before.", NOW.plusSeconds(1));
        assertThat(reports.find(id).orElseThrow().state()).isEqualTo(WrongReport.EDITOR);
        reports.corrected(id, "In today's paper");
        reports.close(id, WrongReport.CORRECTED, NOW.plusSeconds(2));
        WrongReport report = reports.of(CASE).get(0);
        assertThat(report.state()).isEqualTo(WrongReport.CORRECTED);
        assertThat(report.headline()).isEqualTo("Kettles burst");
        assertThat(report.publishedOn()).isEqualTo(LocalDate.parse("2026-03-01"));
        assertThat(report.correction()).isEqualTo("In today's paper");
        assertThat(report.journalistAskedAt()).isEqualTo(NOW);
    }

    @Test
    void an_update_that_went_back_has_another_version_and_the_next_one_another_number() {
        assertThat(updates.current(CASE)).isEqualTo(1);
        updates.write(CASE, 1, "First try.", NOW.plusSeconds(60), "media", NOW);
        updates.decide(CASE, 1, false, "Too vague", null, "legal", NOW);
        updates.write(CASE, 1, "Second try.", NOW.plusSeconds(60), "media", NOW);
        updates.decide(CASE, 1, true, null, "no-lie", "legal", NOW);
        assertThat(updates.current(CASE)).isEqualTo(1);
        updates.released(CASE, 1, NOW);
        assertThat(updates.current(CASE)).isEqualTo(2);
        assertThat(updates.releasedOf(CASE)).extracting(PublicUpdate::words).containsExactly("Second try.");
    }

    @Test
    void a_review_keeps_every_draft_and_its_state_stands_with_the_crisis() {
        int first = reviews.write(CASE, "It broke.", "We spoke.", "media", NOW);
        reviews.state(CASE, ReviewProcess.IN_REVIEW);
        reviews.decide(CASE, first, false, "manager", "Why did it break?", NOW);
        reviews.state(CASE, ReviewProcess.DRAFT);
        int second = reviews.write(CASE, "It broke, for the lid was loose.", "We spoke.", "media", NOW);
        assertThat(second).isEqualTo(2);
        assertThat(reviews.of(CASE)).extracting(CrisisReview::reason).containsExactly("Why did it break?", null);
        assertThat(new MediaCrisisTable(jdbc).find(CASE).orElseThrow().reviewState())
                .isEqualTo("draft");
    }

    @Test
    void what_was_said_again_replaces_what_was_kept_of_that_way() {
        for (String words : new String[] {"First.", "Second."}) {
            speaking.keep(
                    new Speaking.Said(CASE, 1, 0, SpeakingWay.INTERVIEW, null, words, null, "all", NOW, "sam"), NOW);
        }
        assertThat(speaking.of(CASE)).extracting(Speaking.Said::words).containsExactly("Second.");
    }

    private void round(Answers answers, String result) {
        int number = rounds.begin(CASE, NOW, NOW.plusSeconds(60));
        rounds.record(CASE, number, new Figures(10, 5, 1, 5), answers, null, "media");
        rounds.close(CASE, number, NOW);
        if (result != null) {
            rounds.result(CASE, number, result);
        }
    }

    private static Coverage coverage(String id) {
        return new Coverage(CASE, "tool", id, null, "Echo", "Kettles", null, "critical", 2, false, NOW, "media", null);
    }
}
