package io.amends.erasure;

import static io.amends.scenario.ServiceDesk.contactFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseTables;
import io.amends.complaint.CustomerVoice;
import io.amends.scenario.ServiceDesk;
import io.amends.staff.StaffAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases whose time is over are archived and removed, at night, on whichever database. */
abstract class RetentionContract {

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerVoice voice;

    @Autowired
    CaseFiles files;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    RetentionWork work;

    @Autowired
    RetentionTable table;

    @Autowired
    RetentionProperties properties;

    @Autowired
    RetentionHealthIndicator health;

    @Autowired
    RowsOfCase rows;

    @Autowired
    CaseTables register;

    @Autowired
    CaseHistory caseHistory;

    @Autowired
    Holds holds;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate all;

    @Autowired
    Clock clock;

    @BeforeEach
    void staff() {
        accounts.createIfMissing(
                "agent", "agent", "Example", "agent@amends.example", "a rather long secret", List.of("service-agents"));
    }

    @Test
    void a_case_is_kept_for_its_time_then_goes_whole_with_all_of_its_history_and_its_file_stays() throws Exception {
        String kept = closed(Duration.ofDays(5 * 365 - 100));
        String gone = closed(Duration.ofDays(5 * 365 + 10));
        assertThat(work.due()).containsEntry("complaint", 1);
        night();
        assertThat(files.find(gone)).isPresent();
        byDay();
        work.round();
        assertThat(files.find(gone)).as("by day nothing goes").isPresent();

        night();
        List<String> processes = rows.scope(gone).processes();
        assertThat(processes).isNotEmpty();
        work.round();

        RetentionTable.Run run = table.latest(1).get(0);
        assertThat(run.state()).as(run.problem()).isEqualTo("finished");
        assertThat(run.removed()).isEqualTo(1);
        assertThat(run.failed()).isZero();
        assertThat(files.find(gone)).isEmpty();
        assertThat(files.find(kept)).isPresent();
        RowsOfCase.Scope scope = new RowsOfCase.Scope(gone, processes);
        assertThat(register.tables()).noneMatch(one -> rows.any(one, scope));
        assertThat(history.createHistoricDecisionInstanceQuery()
                        .processInstanceId(processes.get(0))
                        .count())
                .isZero();
        assertThat(new Leftovers(all).of(gone))
                .allMatch(place -> place.startsWith("retention_case.") || place.startsWith("seal"));

        RetentionTable.KeptCase known = table.find(gone).orElseThrow();
        Path file = properties.archive().resolve(known.fileName());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))))
                .isEqualTo(known.fileHash());
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.get("case").asText()).isEqualTo(gone);
        assertThat(json.at("/tables/complaint/0/narrative").asText()).contains("broken lid");
        assertThat(json.at("/tables/letter").size()).isGreaterThan(1);
        assertThat(json.at("/tables/act_hi_procinst").size()).isEqualTo(processes.size());
        assertThat(json.get("tables").size()).isEqualTo(register.tables().size());
        work.round();
        assertThat(table.latest(1).get(0).id()).as("one run a night").isEqualTo(run.id());
    }

    @Test
    void a_held_case_stays_however_old_it_is() {
        String held = closed(Duration.ofDays(6 * 365));
        assertThat(holds.hold(held, "The court asked for it", "manager")).isTrue();
        assertThat(work.due()).containsEntry("complaint", 0);
        nextNight();
        work.round();
        assertThat(files.find(held)).isPresent();
        assertThat(work.overdue()).isZero();
        holds.release(holds.standing(held).orElseThrow().id(), "The court is done", "manager");
        nextNight();
        work.round();
        assertThat(files.find(held)).isEmpty();
    }

    @Test
    void a_case_that_cannot_be_archived_is_not_deleted_and_stops_no_other() throws IOException {
        String stuck = closed(Duration.ofDays(7 * 365));
        String other = closed(Duration.ofDays(6 * 365));
        // something lies where its file would go
        Path place = properties
                .archive()
                .resolve("complaint/%d/%s.json"
                        .formatted(
                                files.find(stuck)
                                        .orElseThrow()
                                        .openedAt()
                                        .atZone(ZoneOffset.UTC)
                                        .getYear(),
                                stuck));
        Files.createDirectories(place.resolve("in the way"));
        nextNight();
        work.round();
        assertThat(files.find(other)).isEmpty();
        assertThat(files.find(stuck)).isPresent();
        assertThat(desk.letters(stuck)).isNotEmpty();
        assertThat(table.latest(1).get(0).failed()).isEqualTo(1);
        assertThat(table.find(stuck).orElseThrow().removedAt()).isNull();
        assertThat(health.health().getDetails()).containsEntry("failedCases", 1);
        assertThat(health.health().getStatus().getCode())
                .as("overdue by more than a week")
                .isEqualTo("DOWN");
        Files.delete(place.resolve("in the way"));
        Files.delete(place);
        nextNight();
        work.round();
        assertThat(files.find(stuck)).isEmpty();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void a_night_that_was_cut_off_is_taken_up_by_another_node() {
        String gone = closed(Duration.ofDays(6 * 365));
        nextNight();
        long run = table.begin(clock.instant().plus(Duration.ofHours(5)), null, 1);
        assertThat(table.lease(run, Duration.ofMinutes(10))).isTrue();
        work.round();
        assertThat(files.find(gone)).as("another node has it").isPresent();
        desk.passes(Duration.ofMinutes(11));
        work.round();
        assertThat(files.find(gone)).isEmpty();
        assertThat(table.find(run).orElseThrow().state()).isEqualTo("finished");
    }

    @Test
    void what_a_night_does_not_get_to_waits_for_the_next() {
        String gone = closed(Duration.ofDays(6 * 365));
        nextNight();
        long run = table.begin(clock.instant().minusSeconds(1), null, 1);
        work.round();
        assertThat(table.find(run).orElseThrow().state()).isEqualTo("stopped");
        assertThat(files.find(gone)).isPresent();
        work.round();
        assertThat(files.find(gone)).isEmpty();
    }

    @Test
    void the_engine_s_own_clean_up_never_touches_a_case() {
        String caseNumber = closed(Duration.ofDays(1));
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .list())
                .isNotEmpty()
                .allMatch(process -> process.getRemovalTime() == null);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("clock-watch")
                        .finished()
                        .list())
                .as("what belongs to no case")
                .isNotEmpty()
                .allMatch(process -> process.getRemovalTime() != null);
        jdbc.sql("update ACT_HI_PROCINST set REMOVAL_TIME_ = ? where BUSINESS_KEY_ = ?")
                .params(java.sql.Timestamp.from(clock.instant()), caseNumber)
                .update();
        assertThat(caseHistory.dated()).isTrue();
        caseHistory.undate();
        assertThat(caseHistory.dated()).isFalse();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .list())
                .allMatch(process -> process.getRemovalTime() == null);
    }

    // ------------------------------------------------------------

    private String closed(Duration ago) {
        String caseNumber = desk.complains(desk.somebody());
        desk.does("agent", caseNumber, "Task_ContactCustomer", contactFields("yes"));
        voice.withdrawn(caseNumber, "It works now.");
        desk.settle();
        desk.passes(Duration.ofDays(40));
        assertThat(files.find(caseNumber).orElseThrow().state())
                .as(desk.openTasks(caseNumber).toString())
                .isEqualTo("closed");
        Instant closedAt = clock.instant().minus(ago);
        jdbc.sql("update case_file set closed_at = ? where case_number = ?")
                .params(closedAt.atOffset(ZoneOffset.UTC), caseNumber)
                .update();
        return caseNumber;
    }

    private void night() {
        comes(LocalTime.of(23, 30));
    }

    private void byDay() {
        comes(LocalTime.of(11, 0));
    }

    private void nextNight() {
        desk.passes(Duration.ofHours(12));
        night();
    }

    private void comes(LocalTime time) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        ZonedDateTime then = now.with(time);
        desk.passes(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }
}
