package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who approved what before the house said it, as what, and what they signed (M-8, M-9). */
@Repository
class CrisisApprovals {

    private static final String LEGAL = "legal";
    static final String CRISIS_LEAD = "crisis-lead";
    static final String DIRECTOR = "director";

    private static final int CRISIS = 3;

    private final JdbcClient jdbc;

    CrisisApprovals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A decision.
     *
     * @param role {@code legal}, {@code crisis-lead} or {@code director}; {@code reader} of a text
     * @param reason why it was sent back, or null
     * @param signed what we never do, as signed, or null for one that was sent back
     */
    record Approval(
            Approvable what,
            String role,
            boolean approved,
            @Nullable String decidedBy,
            Instant decidedAt,
            @Nullable String reason,
            @Nullable String signed) {}

    void add(String caseNumber, Approval decision) {
        jdbc.sql(
                        "insert into crisis_approval (case_number, subject, version, role, approved, decided_by, decided_at, reason, signed_list)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        decision.what().subject(),
                        decision.what().version(),
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
        return jdbc.sql("select * from crisis_approval where case_number = ? order by decided_at, version, role")
                .param(caseNumber)
                .query((row, n) -> new Approval(
                        new Approvable(row.getString("subject"), row.getInt("version")),
                        row.getString("role"),
                        row.getBoolean("approved"),
                        row.getString("decided_by"),
                        Moments.needed(row, "decided_at"),
                        row.getString("reason"),
                        row.getString("signed_list")))
                .list();
    }

    List<Approval> of(String caseNumber, Approvable what) {
        return of(caseNumber).stream()
                .filter(decision -> decision.what().equals(what))
                .toList();
    }

    /** What that person decided on it as somebody else than {@code role}. */
    Optional<Approval> decidedOtherwise(String caseNumber, Approvable what, String role, String userId) {
        return of(caseNumber, what).stream()
                .filter(decision ->
                        userId.equals(decision.decidedBy()) && !decision.role().equals(role))
                .findFirst();
    }

    /** Whether legal and the crisis lead have approved it, at level 3 a director, too (M-9). */
    boolean approvedByAll(String caseNumber, Approvable what, int level) {
        List<String> needed = level >= CRISIS ? List.of(LEGAL, CRISIS_LEAD, DIRECTOR) : List.of(LEGAL, CRISIS_LEAD);
        return of(caseNumber, what).stream()
                .filter(Approval::approved)
                .map(Approval::role)
                .collect(Collectors.toSet())
                .containsAll(needed);
    }
}
