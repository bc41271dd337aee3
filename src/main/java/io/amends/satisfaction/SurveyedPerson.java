package io.amends.satisfaction;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked: two cases are of one person when the customer's number or an address is the same (K-16).
 *
 * @param customerNumber null while nobody has told which customer it is
 * @param mails lower case; that of the case first, since letters go there, then the customer's own
 */
record SurveyedPerson(@Nullable String customerNumber, List<String> mails) {

    static SurveyedPerson of(@Nullable String customerNumber, @Nullable String caseMail, @Nullable String ownMail) {
        return new SurveyedPerson(
                customerNumber,
                Stream.of(caseMail, ownMail)
                        .filter(Objects::nonNull)
                        .map(mail -> mail.strip().toLowerCase(Locale.ROOT))
                        .filter(mail -> !mail.isEmpty())
                        .distinct()
                        .toList());
    }

    /** Where the letter goes, or null when nobody knows an address. */
    @Nullable
    String address() {
        return mails.isEmpty() ? null : mails.get(0);
    }

    /** What stands for the person, each to a slot; in order, so that two who share one never wait for each other. */
    SortedSet<Integer> slots(int number) {
        SortedSet<Integer> slots = new TreeSet<>();
        Stream.concat(Stream.ofNullable(customerNumber), mails.stream())
                .forEach(key -> slots.add(Math.floorMod(key.hashCode(), number)));
        return slots;
    }
}
