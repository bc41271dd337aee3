package io.amends.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The groups of the house, what they are called and what their members do. */
enum Role {
    SERVICE_AGENTS(
            "service-agents",
            "Service agents",
            "Take complaints in, talk to customers, find the cause, propose remedies up to their limit"),
    TEAM_LEADS(
            "team-leads",
            "Team leads",
            "Acknowledge escalations, approve remedies, call dissatisfied customers, review complaints, hand work over"),
    SERVICE_MANAGERS(
            "service-managers",
            "Service managers",
            "Approve larger remedies, talk to customers in person, write final responses, lead media crises, import data"),
    DIRECTORS(
            "directors",
            "Directors",
            "Approve what is above everybody else's limit, and what we say in a media crisis"),
    RETENTION("retention", "Customer retention", "Answer enquiries and keep promises; win lost customers back"),
    COMMUNICATIONS(
            "communications",
            "Communications",
            "Lead the work in a media crisis, from the holding statement to the review; keep the media register; answer enquiries"),
    SPOKESPERSONS("spokespersons", "Spokespersons", "Speak for the house in a media crisis"),
    LEGAL(
            "legal",
            "Legal",
            "Tell the regulator, approve what we say in a media crisis, answer enquiries and keep promises"),
    PROCESS_OWNERS("process-owners", "Process owners", "Change diagrams, decision tables and forms; watch in Cockpit"),
    AUDITORS("auditors", "Auditors", "Read every case and its history, change nothing"),
    CAMUNDA_ADMIN("camunda-admin", "Administrators", "Administer people and the engine");

    private final String group;
    private final String title;
    private final String duty;

    Role(String group, String title, String duty) {
        this.group = group;
        this.title = title;
        this.duty = duty;
    }

    /** Id of the engine's group. */
    String group() {
        return group;
    }

    String title() {
        return title;
    }

    /** What members do, in one line. */
    String duty() {
        return duty;
    }

    /** As Spring Security knows it. */
    String authority() {
        return "ROLE_" + group;
    }

    static Optional<Role> of(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }

    static List<Role> among(List<String> groups) {
        return Arrays.stream(values())
                .filter(role -> groups.contains(role.group))
                .toList();
    }
}
