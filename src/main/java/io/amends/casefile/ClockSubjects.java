package io.amends.casefile;

import java.util.Optional;

/** What clocks of a kind that is started several times on a case are about; a process's module knows its own. */
public interface ClockSubjects {

    /**
     * @param caseNumber of the case that has the clock
     * @param rule such as {@code return-call}
     * @param number behind it in the clock's name
     * @return who or what in few words; the words of the clock are then {@code clock.<rule>.of} in {@code messages/time}
     */
    Optional<String> subject(String caseNumber, String rule, long number);
}
