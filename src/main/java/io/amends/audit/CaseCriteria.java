package io.amends.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases an auditor asks for; an empty field does not narrow.
 *
 * @param number a whole case number
 * @param customers numbers of customers, of which it is one
 * @param words beginnings of words, of which each must stand in number, name, mail, customer number, subject, product or what people told
 * @param process {@code complaint}, {@code lost-customer} or {@code media-crisis}
 * @param owner user id
 * @param group that had a task of the case
 * @param decision an answer of a table, {@code complaint-severity=S1}
 * @param clock that was breached, by its row in {@code clock-rules}
 * @param kept how the case stands to a clock, as the figures count it, or null
 * @param letter a fate that a letter of the case has
 * @param from first day of opening
 * @param to last day of opening
 * @param closedFrom first day of closing
 * @param closedTo last day of closing
 */
record CaseCriteria(
        String number,
        Set<String> customers,
        List<String> words,
        String process,
        String state,
        String owner,
        String group,
        String decision,
        String clock,
        @Nullable Kept kept,
        String letter,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate closedFrom,
        @Nullable LocalDate closedTo) {

    static final CaseCriteria ALL =
            new CaseCriteria("", Set.of(), List.of(), "", "", "", "", "", "", null, "", null, null, null, null);

    CaseCriteria {
        customers = Set.copyOf(customers);
        words = List.copyOf(words);
    }

    boolean narrowed() {
        return !equals(ALL);
    }
}
