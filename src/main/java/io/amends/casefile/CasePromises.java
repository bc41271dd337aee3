package io.amends.casefile;

import java.util.List;

/** What was promised on a case; shown on its page where somebody provides it. */
public interface CasePromises {

    List<PromiseRow> of(String caseNumber);
}
