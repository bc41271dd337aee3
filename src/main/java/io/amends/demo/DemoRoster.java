package io.amends.demo;

import io.amends.callout.Roster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who of the demo's people is called out for which role. */
@Component
@Profile("demo")
class DemoRoster {

    private static final String KEEPER = "media";

    /** Numbers that Ofcom keeps free for drama. */
    private static final Map<String, String> PHONES = Map.of(
            "manager", "+44 20 7946 0711",
            "director", "+44 20 7946 0712",
            "media", "+44 20 7946 0713",
            "spokesperson", "+44 20 7946 0714",
            "legal", "+44 20 7946 0715",
            "lead", "+44 20 7946 0716");

    private final Roster roster;

    DemoRoster(Roster roster) {
        this.roster = roster;
    }

    void make() {
        if (roster.isUntouched()) {
            lines().forEach((role, line) -> line.forEach(user -> roster.add(role, user, KEEPER)));
            lines().forEach((role, line) -> line.stream()
                    .filter(user -> roster.phone(user).isEmpty())
                    .forEach(user -> roster.phone(role, user, PHONES.getOrDefault(user, ""), KEEPER)));
        }
    }

    private static Map<String, List<String>> lines() {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        lines.put("crisis-lead", List.of("manager", "director", "media"));
        lines.put("communications", List.of("media", "spokesperson"));
        lines.put("legal", List.of("legal", "director"));
        lines.put("service-manager", List.of("manager", "lead"));
        lines.put("director", List.of("director", "manager"));
        return lines;
    }
}
