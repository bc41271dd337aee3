package io.amends.demo;

import io.amends.staff.StaffAccounts;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demo; each one's password is the user name. */
@Component
@Profile("demo")
class DemoUsers implements ApplicationRunner {

    record DemoUser(String userId, String firstName, String lastName, String group) {}

    static final List<DemoUser> ALL = List.of(
            new DemoUser("agent", "Amy", "Carter", "service-agents"),
            new DemoUser("agent2", "Ben", "Osei", "service-agents"),
            new DemoUser("lead", "Laura", "Bennett", "team-leads"),
            new DemoUser("manager", "Marcus", "Hale", "service-managers"),
            new DemoUser("director", "Diana", "Okafor", "directors"),
            new DemoUser("retention", "Rita", "Svensson", "retention"),
            new DemoUser("media", "Mei", "Lin", "communications"),
            new DemoUser("spokesperson", "Samuel", "Price", "spokespersons"),
            new DemoUser("legal", "Leonard", "Frost", "legal"),
            new DemoUser("owner", "Olivia", "Grant", "process-owners"),
            new DemoUser("auditor", "Audrey", "Novak", "auditors"),
            new DemoUser("admin", "Adam", "Keller", "camunda-admin"));

    private final StaffAccounts accounts;

    DemoUsers(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (DemoUser user : ALL) {
            String id = user.userId();
            accounts.createIfMissing(
                    id, user.firstName(), user.lastName(), id + "@amends.example", id, List.of(user.group()));
        }
    }
}
