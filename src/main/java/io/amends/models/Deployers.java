package io.amends.models;

import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who deployed, in words; each person is looked up once. For one page. */
final class Deployers {

    private final People people;
    private final Map<String, String> names = new HashMap<>();

    Deployers(People people) {
        this.people = people;
    }

    /** By name, or the house itself. */
    String name(@Nullable String userId) {
        return userId == null
                ? "the house"
                : names.computeIfAbsent(
                        userId, id -> people.person(id).map(Person::name).orElse(id));
    }

    /** Blank where it was not kept who deployed. */
    String of(Version version) {
        return version.way() == null ? "" : name(version.by());
    }
}
