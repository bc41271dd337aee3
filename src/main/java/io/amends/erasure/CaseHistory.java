package io.amends.erasure;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine's own clean-up away from cases: what has no removal time is never cleaned up. New history of cases gets none;
 * this takes it from history that was written before.
 */
@Component
class CaseHistory {

    private static final String OF_CASES =
            " where REMOVAL_TIME_ is not null and ROOT_PROC_INST_ID_ in (select p.ROOT_PROC_INST_ID_"
                    + " from ACT_HI_PROCINST p join case_file f on f.case_number = p.BUSINESS_KEY_)";

    /** The processes come last: by them the rest is found. */
    private static final List<String> TABLES = List.of(
            "ACT_HI_ACTINST",
            "ACT_HI_TASKINST",
            "ACT_HI_VARINST",
            "ACT_HI_DETAIL",
            "ACT_HI_IDENTITYLINK",
            "ACT_HI_COMMENT",
            "ACT_HI_ATTACHMENT",
            "ACT_HI_OP_LOG",
            "ACT_HI_INCIDENT",
            "ACT_HI_JOB_LOG",
            "ACT_HI_EXT_TASK_LOG",
            "ACT_HI_DECINST",
            "ACT_HI_DEC_IN",
            "ACT_HI_DEC_OUT",
            "ACT_GE_BYTEARRAY",
            "ACT_HI_PROCINST");

    private final JdbcClient jdbc;

    CaseHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the engine would clean up a case. */
    boolean dated() {
        return jdbc.sql("select count(*) from ACT_HI_PROCINST" + OF_CASES)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void undate() {
        if (dated()) {
            TABLES.forEach(table -> jdbc.sql("update " + table + " set REMOVAL_TIME_ = null" + OF_CASES)
                    .update());
        }
    }
}
