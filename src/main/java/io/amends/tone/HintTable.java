package io.amends.tone;

import io.amends.modeling.CustomerWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of hints: one for each task and person, with the words that it named. */
@Repository
class HintTable implements Hints {

    private final JdbcClient jdbc;
    private final Clock clock;

    HintTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean has(String taskId, String userId) {
        return jdbc.sql("select count(*) from tone_hint where task_id = ? and user_id = ?")
                        .params(taskId, userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when this person was given one at the same moment */
    void add(CustomerWords words, List<Found> found) {
        jdbc.sql("insert into tone_hint (task_id, user_id, case_number, shown_at) values (?, ?, ?, ?)")
                .params(words.taskId(), words.userId(), words.caseNumber(), utc(clock.instant()))
                .update();
        int nr = 0;
        for (Found one : found) {
            jdbc.sql("insert into tone_hint_word (task_id, user_id, nr, field, label, found, rather)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            words.taskId(),
                            words.userId(),
                            ++nr,
                            one.text().field(),
                            one.label(),
                            one.words(),
                            one.rather())
                    .update();
        }
    }

    /** Notes which of the words were left as they were; nothing where no hint waits for it. */
    void answered(String taskId, String userId, List<Found> left) {
        int open = jdbc.sql(
                        "update tone_hint set answered_at = ? where task_id = ? and user_id = ? and answered_at is null")
                .params(utc(clock.instant()), taskId, userId)
                .update();
        if (open == 0) {
            return;
        }
        jdbc.sql("update tone_hint_word set kept = false where task_id = ? and user_id = ?")
                .params(taskId, userId)
                .update();
        for (Found one : left) {
            jdbc.sql("update tone_hint_word set kept = true"
                            + " where task_id = ? and user_id = ? and field = ? and rather = ?")
                    .params(taskId, userId, one.text().field(), one.rather())
                    .update();
        }
    }

    @Override
    public List<Hint> of(String caseNumber) {
        Map<String, List<Line>> byHint = jdbc
                .sql("select h.task_id, h.user_id, h.shown_at, h.answered_at, w.label, w.found, w.rather, w.kept"
                        + " from tone_hint h join tone_hint_word w on w.task_id = h.task_id and w.user_id = h.user_id"
                        + " where h.case_number = ? order by h.shown_at, h.task_id, h.user_id, w.nr")
                .param(caseNumber)
                .query((row, n) -> line(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::key, LinkedHashMap::new, Collectors.toList()));
        return byHint.values().stream().map(HintTable::hint).toList();
    }

    private static Hint hint(List<Line> lines) {
        Line first = lines.get(0);
        return new Hint(
                first.taskId(),
                first.userId(),
                first.shownAt(),
                first.answeredAt(),
                lines.stream().map(Line::word).toList());
    }

    private static Line line(ResultSet row) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Line(
                row.getString("task_id"),
                row.getString("user_id"),
                row.getObject("shown_at", OffsetDateTime.class).toInstant(),
                answered == null ? null : answered.toInstant(),
                new Hint.Word(
                        row.getString("label"),
                        row.getString("found"),
                        row.getString("rather"),
                        row.getObject("kept", Boolean.class)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Line(
            String taskId,
            String userId,
            Instant shownAt,
            @Nullable Instant answeredAt,
            Hint.Word word) {

        String key() {
            return taskId + ' ' + userId;
        }
    }
}
