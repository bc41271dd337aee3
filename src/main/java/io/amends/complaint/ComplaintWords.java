package io.amends.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A complaint in words. */
final class ComplaintWords {

    private ComplaintWords() {}

    static String contact(Complaint complaint) {
        return Stream.of(complaint.mail(), complaint.phone())
                .filter(Objects::nonNull)
                .filter(way -> !way.isBlank())
                .collect(Collectors.joining(", "));
    }

    static String warnings(Complaint complaint) {
        List<String> signs = new ArrayList<>();
        if (complaint.safetyRisk()) {
            signs.add("safety at risk");
        }
        if (complaint.legalThreat()) {
            signs.add("speaks of a lawyer or a court");
        }
        if (complaint.mediaThreat()) {
            signs.add("speaks of the press");
        }
        if (complaint.regulator()) {
            signs.add("regulator involved");
        }
        return String.join(", ", signs);
    }
}
