package io.amends.letter;

import static io.amends.letter.LetterLedger.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * After a backup was restored, the ledger takes letters for waiting that left long ago, and steps of the past run again. Then
 * nothing leaves until an operator has decided (ADR 34).
 */
@Component
class LetterHold {

    private static final String DROPPED = "Held back after a restore, and dropped by ";

    private static final String ONE = " and id = :id";
    private static final String ALL = "";

    private static final Logger log = LoggerFactory.getLogger(LetterHold.class);

    private final JdbcClient jdbc;
    private final DatabaseIdentity identity;
    private final Clock clock;

    LetterHold(JdbcClient jdbc, DatabaseIdentity identity, Clock clock) {
        this.jdbc = jdbc;
        this.identity = identity;
        this.clock = clock;
    }

    private record Home(String identity, boolean held) {}

    /** @param id of a letter that is held back */
    record Held(String id, String caseNumber, String letter, String addressedTo, Instant written) {}

    /**
     * Looks whether this database is a copy of the one that letters were last sent from, and holds back what is about to leave.
     *
     * @return whether letters are held back
     */
    @Transactional
    public boolean stands() {
        String here = identity.read();
        Optional<Home> home = jdbc.sql("select database_identity, held_since from letter_home where id = 1")
                .query((rs, row) ->
                        new Home(rs.getString("database_identity"), LetterLedger.instant(rs, "held_since") != null))
                .optional();
        if (home.isEmpty()) {
            settleIn(here);
            return false;
        }
        boolean copy = !home.get().identity().equals(here);
        if (copy) {
            begin(home.get().identity(), here);
        }
        if (copy || home.get().held()) {
            keepBack();
            return true;
        }
        return false;
    }

    /** Since when letters are held back, or empty when they are not. */
    Optional<Instant> since() {
        return jdbc.sql("select held_since from letter_home where id = 1 and held_since is not null")
                .query((rs, row) -> LetterLedger.required(rs, "held_since"))
                .optional();
    }

    List<Held> letters() {
        return jdbc.sql("select * from letter where state = 'held' order by nr")
                .query((rs, row) -> new Held(
                        rs.getString("id"),
                        rs.getString("case_number"),
                        rs.getString("letter"),
                        rs.getString("addressed_to"),
                        LetterLedger.required(rs, "queued_at")))
                .list();
    }

    /** One that left before, or must not leave any more; false when no such letter is held. */
    @Transactional
    public boolean drop(UUID letter, String operator) {
        return drop(ONE, letter, operator) == 1;
    }

    /** Drops all that are held; letters written from now on leave. */
    @Transactional
    public int dropAll(String operator) {
        int dropped = drop(ALL, null, operator);
        end();
        return dropped;
    }

    /** Sends all that are held, and letters leave again. */
    @Transactional
    public int sendAll() {
        int released = jdbc.sql("""
                update letter set state = 'queued', next_try_at = :now,
                    doubtful_tries = doubtful_tries
                        + case when queued_at < (select held_since from letter_home where id = 1) then 1 else 0 end
                where state = 'held'""").param("now", utc(clock.instant())).update();
        end();
        return released;
    }

    private void settleIn(String here) {
        jdbc.sql("insert into letter_home (id, database_identity) values (1, ?)")
                .param(here)
                .update();
    }

    private void begin(String before, String here) {
        int first = jdbc.sql(
                        "update letter_home set database_identity = ?, held_since = ? where id = 1 and database_identity = ?")
                .params(here, utc(clock.instant()), before)
                .update();
        if (first == 1) {
            log.error(
                    "This database is a copy of {}: no letter leaves until an operator has decided at"
                            + " /actuator/letters about those of the past",
                    before);
        }
    }

    /** One that is being sent right now is left to its node; when that one is dead, its lease ends. */
    private void keepBack() {
        jdbc.sql("""
                update letter set state = 'held', next_try_at = null,
                    doubtful_tries = doubtful_tries + case when state = 'sending' then 1 else 0 end
                where state in ('queued', 'delayed', 'unknown') or (state = 'sending' and next_try_at <= ?)""").param(utc(clock.instant())).update();
    }

    private int drop(String which, @Nullable UUID letter, String operator) {
        return jdbc.sql("update letter set state = 'no-longer-needed', problem = :problem where state = 'held'" + which)
                .param("problem", DROPPED + operator)
                .param("id", letter)
                .update();
    }

    private void end() {
        jdbc.sql("update letter_home set held_since = null where id = 1").update();
    }
}
