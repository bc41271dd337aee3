package io.amends.mediacrisis;

import io.amends.mediaregister.MediaRegister;
import io.amends.mediaregister.Outlet;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as somebody told of it; nothing is checked yet (M-12).
 *
 * @param externalId the source's own id; blank for one that the house numbers itself
 * @param outlet id or name
 * @param publishedAt null for just now
 */
record CoverageDraft(
        String source,
        String externalId,
        String outlet,
        String title,
        String link,
        String tone,
        @Nullable Integer enquiries,
        @Nullable Boolean carriesMessage,
        @Nullable Instant publishedAt) {

    static final List<String> TONES = List.of("neutral", "critical", "hostile");

    private static final int LONGEST_SOURCE = 40;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_OUTLET = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_LINK = 1000;
    private static final int MOST_ENQUIRIES = 10_000;

    /** What is wrong with it, in the order of its fields. */
    List<Finding> findings(Instant now) {
        List<Finding> findings = new ArrayList<>();
        required(findings, "source", source, LONGEST_SOURCE);
        atMost(findings, "externalId", externalId, LONGEST_ID);
        required(findings, "outlet", outlet, LONGEST_OUTLET);
        required(findings, "title", title, LONGEST_TITLE);
        if (!link.isEmpty() && !address(link)) {
            findings.add(new Finding("link", "must be a full address such as https://news.example/story"));
        }
        atMost(findings, "link", link, LONGEST_LINK);
        if (!TONES.contains(tone)) {
            findings.add(
                    new Finding("tone", tone.isEmpty() ? "is required" : "must be one of " + String.join(", ", TONES)));
        }
        if (enquiries != null && (enquiries < 0 || enquiries > MOST_ENQUIRIES)) {
            findings.add(new Finding("enquiries", "must be 0 to " + MOST_ENQUIRIES));
        }
        if (publishedAt != null && publishedAt.isAfter(now)) {
            findings.add(new Finding("publishedAt", "must not lie ahead"));
        }
        return findings;
    }

    /** @throws FormRefusal naming every field that does not fit */
    Coverage checked(String caseNumber, String newId, MediaRegister register, @Nullable String by, Instant now) {
        List<Finding> findings = findings(now);
        if (!findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
        Outlet known =
                register.outlet(outlet).orElseThrow(() -> new FormRefusal("outlet", UnknownOutlet.reason(outlet)));
        return new Coverage(
                caseNumber,
                source,
                externalId.isEmpty() ? newId : externalId,
                known.id(),
                known.name(),
                title,
                link.isEmpty() ? null : link,
                tone,
                enquiries == null ? 0 : enquiries,
                Boolean.TRUE.equals(carriesMessage),
                publishedAt == null ? now : publishedAt,
                by,
                null);
    }

    private static void required(List<Finding> findings, String field, String value, int longest) {
        if (value.isEmpty()) {
            findings.add(new Finding(field, "is required"));
        }
        atMost(findings, field, value, longest);
    }

    private static void atMost(List<Finding> findings, String field, String value, int longest) {
        if (value.length() > longest) {
            findings.add(new Finding(field, "must have at most " + longest + " characters"));
        }
    }

    private static boolean address(String link) {
        try {
            URI address = URI.create(link);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web && address.getHost() != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
