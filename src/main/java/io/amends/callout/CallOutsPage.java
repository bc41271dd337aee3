package io.amends.callout;

import java.util.List;

/**
 * Who was called out for a case, in words.
 *
 * @param summary how many roles are taken
 */
record CallOutsPage(String caseNumber, String subject, String summary, List<Line> roles) {

    /**
     * A role.
     *
     * @param role its code
     * @param tone for colours: {@code good}, {@code warn} or {@code bad}
     * @param state in words: who answered, or whose turn it is
     * @param left how much of the window is left, or blank
     * @param version changes whenever something but the time left does
     * @param mine whether whoever looks is called at this moment
     */
    record Line(
            String role,
            String title,
            String badge,
            String tone,
            String state,
            String left,
            String version,
            boolean mine,
            List<Called> calls) {}

    /**
     * @param phone blank where none is known
     * @param answer what came of it, or blank
     */
    record Called(String who, String phone, String at, String until, String answer, boolean now) {}
}
