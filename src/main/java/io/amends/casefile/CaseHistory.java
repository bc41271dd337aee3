package io.amends.casefile;

import java.util.List;
import java.util.Map;

/** What the engine remembers of a case, for modules that show it. */
public interface CaseHistory {

    /**
     * Variables of every run of one process within the case, oldest run first, with their last values.
     *
     * @param processKey such as {@code enquiry}
     */
    List<Map<String, Object>> runs(String caseNumber, String processKey);
}
