package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.modeling.FormRefusal.Finding;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** M-12: what somebody types as coverage is refused by name, whatever it is. */
class CoverageDraftTest {

    private static final Instant NOW = Instant.parse("2026-03-04T09:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"foo", "//news.example/story", "ftp://news.example/story", "http:", "a b", "?"})
    void a_link_that_leads_nowhere_is_named(String link) {
        assertThat(draft(link).findings(NOW)).extracting(Finding::field).containsExactly("link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://news.example/story"})
    void a_full_address_or_none_is_taken(String link) {
        assertThat(draft(link).findings(NOW)).isEmpty();
    }

    private static CoverageDraft draft(String link) {
        return new CoverageDraft("case-page", "", "The Post", "Kettles", link, "neutral", 0, true, null);
    }
}
