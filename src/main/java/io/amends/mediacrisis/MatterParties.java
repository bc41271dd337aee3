package io.amends.mediacrisis;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.modeling.AsTheHouse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** Who of the house is party to a matter, and therefore does not speak about it (M-6). */
@Component
class MatterParties {

    private final Findings findings;
    private final CaseFiles cases;
    private final HistoryService history;
    private final AsTheHouse house;

    MatterParties(Findings findings, CaseFiles cases, HistoryService history, AsTheHouse house) {
        this.findings = findings;
        this.cases = cases;
        this.history = history;
        this.house = house;
    }

    /** User id to why, in words. */
    Map<String, String> of(MediaCrisis crisis) {
        Map<String, String> parties = new LinkedHashMap<>();
        findings.parties(crisis.caseNumber())
                .forEach(user -> parties.put(user, "is party to the matter, as was found out with the facts"));
        String complaint = crisis.complaintCase();
        if (complaint != null) {
            house
                    .run(() -> history.createHistoricTaskInstanceQuery()
                            .processInstanceBusinessKey(complaint)
                            .taskAssigned()
                            .list())
                    .stream()
                    .map(HistoricTaskInstance::getAssignee)
                    .forEach(user ->
                            parties.putIfAbsent(user, "is party to the matter: worked on the complaint " + complaint));
            cases.find(complaint)
                    .map(CaseFile::owner)
                    .ifPresent(owner -> parties.put(owner, "is party to the matter: owns the complaint " + complaint));
        }
        return parties;
    }
}
