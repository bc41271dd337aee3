package io.amends.casefile;

import io.amends.staff.People;
import io.amends.staff.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of people for the pages. */
@Component
public class StaffNames {

    private final People people;

    StaffNames(People people) {
        this.people = people;
    }

    /** Name of a member of staff, the user id where nobody knows it any more, or nothing for nobody. */
    public String of(@Nullable String userId) {
        return userId == null
                ? ""
                : people.person(userId)
                        .map(Person::name)
                        .filter(it -> !it.isBlank())
                        .orElse(userId);
    }
}
