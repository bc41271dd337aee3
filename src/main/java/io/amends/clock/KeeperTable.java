package io.amends.clock;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which process keeps the time of a case. The engine's own queries do not see one that was started a moment ago in the same
 * transaction. The row is the lock under which the clocks of a case change.
 */
@Repository
class KeeperTable {

    private final JdbcClient jdbc;

    KeeperTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else changes the clocks of the case. @return whether it has any */
    boolean lock(String caseNumber) {
        return jdbc.sql("select case_number from case_clock_keeper where case_number = :case for update")
                .param("case", caseNumber)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** The same for a case that may get its first clock. */
    void lockOrAdd(String caseNumber) {
        if (!lock(caseNumber)) {
            jdbc.sql("insert into case_clock_keeper (case_number) values (:case)")
                    .param("case", caseNumber)
                    .update();
        }
    }

    Optional<String> keeper(String caseNumber) {
        return jdbc.sql("""
                        select process_instance_id from case_clock_keeper
                        where case_number = :case and process_instance_id is not null""").param("case", caseNumber).query(String.class).optional();
    }

    /** @param processInstance null when nobody keeps the time any more */
    void appoint(String caseNumber, @Nullable String processInstance) {
        jdbc.sql("update case_clock_keeper set process_instance_id = :keeper where case_number = :case")
                .param("keeper", processInstance)
                .param("case", caseNumber)
                .update();
    }
}
