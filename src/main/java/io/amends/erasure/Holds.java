package io.amends.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Cases that nothing may be erased or removed of, such as for a court: a hold wins over both. */
@Repository
class Holds {

    private static final String COLUMNS =
            "id, case_number, reason, held_by, held_at, released_by, released_at, release_reason";

    private final JdbcClient jdbc;
    private final Clock clock;

    Holds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * From now on nothing of the case is erased or removed. It takes the lock that an erasure takes, so that it holds from the
     * moment that this returns.
     *
     * @return false when the case is held already, or there is none
     */
    @Transactional
    boolean hold(String caseNumber, String reason, String userId) {
        if (!lock(caseNumber) || standing(caseNumber).isPresent()) {
            return false;
        }
        jdbc.sql("insert into case_hold (case_number, reason, held_by, held_at, stands) values (?, ?, ?, ?, true)")
                .params(caseNumber, reason, userId, ErasureTable.at(clock.instant()))
                .update();
        return true;
    }

    /** @return false when it does not stand any more */
    boolean release(long id, String reason, String userId) {
        return jdbc.sql("update case_hold set stands = null, released_by = ?, released_at = ?, release_reason = ?"
                                + " where id = ? and stands")
                        .params(userId, ErasureTable.at(clock.instant()), reason, id)
                        .update()
                == 1;
    }

    /** Holds the case's row until the end of the transaction; false when there is no such case. */
    boolean lock(String caseNumber) {
        return jdbc.sql("select case_number from case_file where case_number = ? for update")
                .param(caseNumber)
                .query(String.class)
                .optional()
                .isPresent();
    }

    Optional<Hold> standing(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from case_hold where case_number = ? and stands")
                .param(caseNumber)
                .query(Holds::row)
                .optional();
    }

    Optional<Hold> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from case_hold where id = ?")
                .param(id)
                .query(Holds::row)
                .optional();
    }

    /** All holds of a case, oldest first. */
    List<Hold> of(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from case_hold where case_number = ? order by held_at, id")
                .param(caseNumber)
                .query(Holds::row)
                .list();
    }

    /** Those that stand first, then the newest. */
    List<Hold> latest(int most) {
        return jdbc.sql("select " + COLUMNS + " from case_hold order by case when stands then 0 else 1 end,"
                        + " held_at desc, id desc fetch first " + most + " rows only")
                .query(Holds::row)
                .list();
    }

    private static Hold row(ResultSet row, int n) throws SQLException {
        return new Hold(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("reason"),
                row.getString("held_by"),
                Objects.requireNonNull(ErasureTable.instant(row, "held_at")),
                row.getString("released_by"),
                ErasureTable.instant(row, "released_at"),
                row.getString("release_reason"));
    }

    /** A hold; nothing of a release while it stands. */
    record Hold(
            long id,
            String caseNumber,
            String reason,
            String heldBy,
            Instant heldAt,
            @Nullable String releasedBy,
            @Nullable Instant releasedAt,
            @Nullable String releaseReason) {

        boolean stands() {
            return releasedAt == null;
        }
    }
}
