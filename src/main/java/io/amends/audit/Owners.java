package io.amends.audit;

import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may own cases, by what they are called. */
@Component
class Owners {

    private static final List<String> GROUPS =
            List.of("service-agents", "team-leads", "service-managers", "directors", "retention", "communications");

    private final People people;

    Owners(People people) {
        this.people = people;
    }

    boolean isUser(String userId) {
        return people.person(userId).isPresent();
    }

    /** By name. */
    List<Person> all() {
        return GROUPS.stream()
                .flatMap(group -> Optional.ofNullable(people.members(group)).stream())
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /** Who has exactly this name; if nobody has, whose name has all of these beginnings of words. */
    List<Person> called(String name) {
        List<Person> exactly = all().stream()
                .filter(one -> one.name().equalsIgnoreCase(name.strip()))
                .toList();
        return exactly.isEmpty()
                ? all().stream().filter(one -> has(one.name(), name)).toList()
                : exactly;
    }

    private static boolean has(String name, String typed) {
        List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("\\s+", -1));
        return Stream.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(asked -> words.stream().anyMatch(word -> word.startsWith(asked)));
    }
}
