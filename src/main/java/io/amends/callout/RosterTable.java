package io.amends.callout;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of the roster and who changed them. */
@Repository
class RosterTable {

    private final JdbcClient jdbc;

    RosterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** User ids of a role's line, whoever is called first first. */
    List<String> line(CallOutRole role) {
        return jdbc.sql("select user_id from call_out_roster where role = :role order by place, user_id")
                .param("role", role.code())
                .query(String.class)
                .list();
    }

    /** Writes the line anew; places count from 1. */
    void replace(CallOutRole role, List<String> line) {
        jdbc.sql("delete from call_out_roster where role = :role")
                .param("role", role.code())
                .update();
        for (int place = 1; place <= line.size(); place++) {
            jdbc.sql("insert into call_out_roster (role, user_id, place) values (:role, :user, :place)")
                    .param("role", role.code())
                    .param("user", line.get(place - 1))
                    .param("place", place)
                    .update();
        }
    }

    void keep(CallOutRole role, String userId, String what, String who, Instant now) {
        jdbc.sql("""
                        insert into call_out_roster_change (role, user_id, what, changed_by, changed_at)
                        values (:role, :user, :what, :who, :now)""")
                .param("role", role.code())
                .param("user", userId)
                .param("what", what)
                .param("who", who)
                .param("now", CallOutTable.utc(now))
                .update();
    }

    Optional<String> phone(String userId) {
        return jdbc.sql("select phone from call_out_phone where user_id = :user")
                .param("user", userId)
                .query(String.class)
                .optional();
    }

    /** @param phone blank to take it away */
    void phone(String userId, String phone) {
        jdbc.sql("delete from call_out_phone where user_id = :user")
                .param("user", userId)
                .update();
        if (!phone.isEmpty()) {
            jdbc.sql("insert into call_out_phone (user_id, phone) values (:user, :phone)")
                    .param("user", userId)
                    .param("phone", phone)
                    .update();
        }
    }

    /** Newest first. */
    List<Change> changes(int atMost) {
        return jdbc.sql("select * from call_out_roster_change order by id desc fetch first :most rows only")
                .param("most", atMost)
                .query((row, number) -> new Change(
                        row.getString("role"),
                        row.getString("user_id"),
                        row.getString("what"),
                        row.getString("changed_by"),
                        Objects.requireNonNull(CallOutTable.moment(row, "changed_at"))))
                .list();
    }

    /**
     * A change of a line.
     *
     * @param what {@code added}, {@code removed}, {@code up}, {@code down} or {@code phone}
     * @param who user id of whoever changed it
     */
    record Change(String role, String userId, String what, String who, Instant at) {}
}
