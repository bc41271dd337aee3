package io.amends.audit;

import io.amends.staff.ChangeRefused;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** That an auditor tried to change something is on record beside what they opened; of what was sent, nothing is. */
@Component
class RefusedAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAttempts.class);

    private final ReadingLog log;

    RefusedAttempts(ReadingLog log) {
        this.log = log;
    }

    @EventListener
    void refused(ChangeRefused attempt) {
        if (!attempt.roles().contains(ReadingFilter.AUDITOR)) {
            return;
        }
        try {
            Optional<String> caseNumber = log.caseIn(attempt.path());
            log.add(
                    attempt.userId(),
                    ReadingKind.REFUSED,
                    caseNumber.orElse(null),
                    attempt.path(),
                    attempt.method() + ", refused");
        } catch (DataAccessException | TransactionException notWritten) {
            LOG.error("That an auditor tried to change something cannot be written down", notWritten);
        }
    }
}
