package io.amends.handover;

import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a case can be given to, and who may ask for it. */
@Component
class Candidates {

    private static final List<String> OWNERS = List.of("service-agents", "team-leads", "service-managers");
    private static final List<String> LEADERS = List.of("team-leads", "service-managers", "directors");

    private final People people;

    Candidates(People people) {
        this.people = people;
    }

    /** By name, without whoever owns the case now. */
    List<Person> after(@Nullable String owner) {
        return OWNERS.stream()
                .flatMap(group -> people.members(group).stream())
                .filter(person -> !person.userId().equals(owner))
                .distinct()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::userId))
                .toList();
    }

    boolean leads(String userId) {
        return people.groupsOf(userId).stream().anyMatch(LEADERS::contains);
    }

    /** Name of a member of staff, or the user id where nobody knows it any more; empty for nobody. */
    String name(@Nullable String userId) {
        return userId == null ? "" : people.person(userId).map(Person::name).orElse(userId);
    }
}
