package io.amends.scenario;

import io.amends.staff.StaffAccounts;
import java.util.List;

/** The people of the scenarios; with passwords that the policy accepts. */
public final class Staff {

    private Staff() {}

    public static void signUp(StaffAccounts accounts) {
        account(accounts, "agent", "service-agents");
        account(accounts, "agent2", "service-agents");
        account(accounts, "lead", "team-leads");
        account(accounts, "manager", "service-managers");
        account(accounts, "director", "directors");
        account(accounts, "legal", "legal");
        account(accounts, "media", "communications");
        account(accounts, "spokesperson", "spokespersons");
        account(accounts, "retention", "retention");
        account(accounts, "auditor", "auditors");
        account(accounts, "owner", "process-owners");
        account(accounts, "admin", "camunda-admin");
    }

    private static void account(StaffAccounts accounts, String user, String group) {
        accounts.createIfMissing(
                user, user, "Example", user + "@amends.example", "a rather long secret", List.of(group));
    }
}
