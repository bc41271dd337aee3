package io.amends.escalation;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class EscalationDesk implements Escalations {

    private final EscalationTable table;

    EscalationDesk(EscalationTable table) {
        this.table = table;
    }

    @Override
    public List<EscalationView> of(String caseNumber) {
        return table.of(caseNumber);
    }
}
