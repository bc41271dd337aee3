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

    /** @param does what this person does here, in a few words */
    record DemoUser(String userId, String firstName, String lastName, String group, String does) {}

    static final List<DemoUser> ALL = List.of(
            new DemoUser("agent", "Amy", "Carter", "service-agents", "takes complaints and works them through"),
            new DemoUser("agent2", "Ben", "Osei", "service-agents", "a colleague of agent"),
            new DemoUser("lead", "Laura", "Bennett", "team-leads", "approves up to 2 000, calls the dissatisfied"),
            new DemoUser("manager", "Marcus", "Hale", "service-managers", "approves up to 10 000, imports, figures"),
            new DemoUser("director", "Diana", "Okafor", "directors", "approves above that"),
            new DemoUser("retention", "Rita", "Svensson", "retention", "keeps and wins back customers"),
            new DemoUser("media", "Mei", "Lin", "communications", "is warned of the press"),
            new DemoUser("spokesperson", "Samuel", "Price", "spokespersons", "speaks for the house"),
            new DemoUser("legal", "Leonard", "Frost", "legal", "answers questions of law"),
            new DemoUser("owner", "Olivia", "Grant", "process-owners", "changes diagrams, tables and forms"),
            new DemoUser("auditor", "Audrey", "Novak", "auditors", "reads everything, changes nothing"),
            new DemoUser("admin", "Adam", "Keller", "camunda-admin", "manages accounts in Camunda Admin"));

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
