package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who approved which version of the core messages as what, and what they signed (M-8, M-9). */
@Repository
class MessageApprovals {

    private final JdbcClient jdbc;

    MessageApprovals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A decision.
     *
     * @param role {@code legal}, {@code crisis-lead} or {@code director}
     * @param reason why it was sent back, or null
     * @param signed what we never do, as signed, or null for one that was sent back
     */
    record Approval(
            int version,
            String role,
            boolean approved,
            @Nullable String decidedBy,
            Instant decidedAt,
            @Nullable String reason,
            @Nullable String signed) {}

    void add(String caseNumber, Approval decision) {
        jdbc.sql(
                        "insert into message_approval (case_number, version, role, approved, decided_by, decided_at, reason, signed_list)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        decision.version(),
                        decision.role(),
                        decision.approved(),
                        decision.decidedBy(),
                        utc(decision.decidedAt()),
                        decision.reason(),
                        decision.signed())
                .update();
    }

    /** Oldest first. */
    List<Approval> of(String caseNumber) {
        return jdbc.sql("select * from message_approval where case_number = ? order by version, decided_at, role")
                .param(caseNumber)
                .query((row, n) -> new Approval(
                        row.getInt("version"),
                        row.getString("role"),
                        row.getBoolean("approved"),
                        row.getString("decided_by"),
                        Moments.needed(row, "decided_at"),
                        row.getString("reason"),
                        row.getString("signed_list")))
                .list();
    }
}
