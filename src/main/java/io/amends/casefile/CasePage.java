package io.amends.casefile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One case as its page shows it, in words. */
record CasePage(
        CaseFile file,
        String processName,
        String party,
        String ownerName,
        String openedAt,
        String openedAgo,
        @Nullable String closedAt,
        Map<String, String> facts,
        List<Clock> clocks,
        List<Task> tasks,
        List<CaseLink> links,
        List<Promise> promises,
        List<Letter> letters,
        List<Diagram> diagrams,
        List<CaseDetails.Action> actions) {

    record Clock(String name, String due, String state, String tone) {}

    record Task(String id, String name, String who, String due, boolean late) {}

    record Promise(String what, String to, String group, String due, String state, boolean late) {}

    record Letter(String id, String name, String subject, String recipient, String fate, String when, String problem) {}

    /** @param state {@code running}, {@code ended} or {@code stopped} */
    record Diagram(String processInstanceId, String name, int version, String state, String began, boolean main) {}
}
