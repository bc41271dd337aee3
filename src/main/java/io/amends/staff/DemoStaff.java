package io.amends.staff;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who can sign in to try the demo, as the accounts are. */
@Component
@Profile("demo")
class DemoStaff {

    /** One row of the table on the start page and in the log. */
    public record Member(String userId, String role, String duty) {}

    private final People people;

    DemoStaff(People people) {
        this.people = people;
    }

    List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (Role role : Role.values()) {
            people.members(role.group())
                    .forEach(person -> members.add(new Member(person.userId(), role.title(), role.duty())));
        }
        return members;
    }
}
