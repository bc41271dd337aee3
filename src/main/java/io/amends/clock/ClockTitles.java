package io.amends.clock;

/** What the staff call a clock of a case, the same in every place. */
public interface ClockTitles {

    /**
     * @param clock its name, such as {@code first-contact} or {@code promise-17}
     * @return with the thing that it is about where there are several of a kind: {@code Promise: call back by Friday}
     */
    String title(String caseNumber, String clock);
}
