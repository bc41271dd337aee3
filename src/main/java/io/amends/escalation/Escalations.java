package io.amends.escalation;

import java.util.List;

/** The calls for help of all cases. */
public interface Escalations {

    /** Of one case, oldest first. */
    List<EscalationView> of(String caseNumber);
}
