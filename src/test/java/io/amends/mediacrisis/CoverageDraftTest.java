package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.amends.casefile.CaseDetails.Said;
import io.amends.modeling.FormRefusal.Finding;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    @Test
    void an_outlet_that_nobody_knows_is_refused_by_name_where_it_is_typed() {
        RecordCoverageAction page = new RecordCoverageAction(
                new CoverageDesk(mock(CoverageTable.class), new SmallRegister(), Clock.fixed(NOW, ZoneOffset.UTC)),
                new SmallRegister());
        Said typed = new Said(
                "",
                "",
                Map.of(
                        "outlet", "The Unheard Post",
                        "title", "Kettles",
                        "tone", "neutral",
                        "carriesMessage", "no"));
        assertThat(page.act(mock(MediaCrisis.class), RecordCoverageAction.NAME, typed, "media"))
                .hasValueSatisfying(why -> assertThat(why).contains("'The Unheard Post' is not in the media register"));
    }

    private static CoverageDraft draft(String link) {
        return new CoverageDraft("case-page", "", "The Post", "Kettles", link, "neutral", 0, true, null);
    }
}
