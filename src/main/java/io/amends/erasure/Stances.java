package io.amends.erasure;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether a case is over: closed, nothing of it runs, no letter of it waits, and nobody holds it. */
@Component
class Stances {

    private final CaseFiles files;
    private final Holds holds;
    private final JdbcClient jdbc;

    Stances(CaseFiles files, Holds holds, JdbcClient jdbc) {
        this.files = files;
        this.holds = holds;
        this.jdbc = jdbc;
    }

    Stance of(String caseNumber) {
        Optional<CaseFile> file = files.find(caseNumber);
        if (file.isEmpty()) {
            return Stance.GONE;
        }
        if (!file.get().state().equals("closed")) {
            return Stance.OPEN;
        }
        if (holds.standing(caseNumber).isPresent()) {
            return Stance.HELD;
        }
        return any("select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = ? and END_TIME_ is null", caseNumber)
                        || any(
                                "select count(*) from letter where case_number = ? and next_try_at is not null",
                                caseNumber)
                        || any(
                                "select count(*) from inbox_mail where case_number = ? and next_try_at is not null",
                                caseNumber)
                ? Stance.BUSY
                : Stance.READY;
    }

    private boolean any(String count, String caseNumber) {
        return jdbc.sql(count).param(caseNumber).query(Integer.class).single() > 0;
    }
}
