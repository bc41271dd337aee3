package io.amends.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseWords;
import io.amends.casefile.PlainTime;
import io.amends.casefile.StaffNames;
import io.amends.models.ModelChanges;
import io.amends.staff.People;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

/** What the page of one move shows while it is at work, and when it is not. */
@WebMvcTest
@ContextConfiguration(
        classes = {MovePages.class, MoveViews.class, PlainTime.class, StaffNames.class, MovePageTest.Parts.class})
class MovePageTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T09:00:00Z");

    @Autowired
    MockMvc browser;

    @MockitoBean
    MoveTable table;

    @MockitoBean
    Previews previews;

    @MockitoBean
    Moves moves;

    @MockitoBean
    ModelChanges changes;

    @MockitoBean
    CaseFiles files;

    @MockitoBean
    CaseWords words;

    @MockitoBean
    People people;

    @Test
    void the_page_of_a_move_at_work_follows_it() throws Exception {
        assertThat(page(Move.WORKING)).contains("data-follow=\"/models/moves/7/progress\"", "3 of 12", ">Stop<");
    }

    /** Progress says that it is over, and the page would load itself again without end. */
    @Test
    void the_page_of_a_stopped_move_stands_still() throws Exception {
        assertThat(page(Move.STOPPED))
                .doesNotContain("data-follow")
                .contains("3 of 12 cases looked at; stopped by owner", ">Go on<", ">End it here<");
    }

    @Test
    void the_page_of_a_finished_move_stands_still() throws Exception {
        assertThat(page(Move.FINISHED)).doesNotContain("data-follow").doesNotContain(">Stop<");
    }

    /** Whatever somebody types into the address comes back in the links of the page. */
    @Test
    void a_preview_opens_and_leads_on_whatever_its_address_holds() throws Exception {
        ProcessDefinition latest = mock(ProcessDefinition.class);
        when(latest.getKey()).thenReturn("complaint");
        when(latest.getVersion()).thenReturn(4);
        List<Preview.CaseLine> cases = IntStream.rangeClosed(1, 51)
                .mapToObj(n -> new Preview.CaseLine("CMP-2026-%06d".formatted(n), false, List.of()))
                .toList();
        when(previews.of("complaint", List.of(3), List.of(new StepMatch("complaint", "50%+", "{new}"))))
                .thenReturn(Optional.of(new Preview(
                        latest,
                        List.of(new Preview.Version(3, 51, true)),
                        cases,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())));

        String page = browser.perform(get("/models/process/complaint/move")
                        .param("version", "3")
                        .param("step", "complaint:50%+:{new}")
                        .with(user("owner").roles("process-owners")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        String address = "/models/process/complaint/move?version=3&amp;step=complaint%3A50%25%2B%3A%7Bnew%7D";
        assertThat(page)
                .contains("href=\"" + address + "\"")
                .contains("href=\"" + address + "&amp;show=stay\"")
                .contains("href=\"" + address + "&amp;show=all&amp;after=CMP-2026-000050\"");
    }

    /** What a list shows as chosen counts; a suggestion does not. */
    @Test
    void a_suggestion_stands_beside_the_list_and_is_not_chosen() throws Exception {
        ProcessDefinition latest = latest("complaint", "Complaint");
        when(previews.of("complaint", List.of(), List.of()))
                .thenReturn(Optional.of(new Preview(
                        latest,
                        List.of(new Preview.Version(3, 8, true)),
                        List.of(),
                        List.of(),
                        List.of(new Preview.OpenStep(
                                "complaint",
                                "Complaint",
                                "Task_Contact",
                                "“Contact”",
                                "a step for people",
                                8,
                                List.of(new Preview.Choice("Task_Talk", "“Talk”", true)),
                                "Task_Talk",
                                "")),
                        List.of(),
                        List.of())));

        String page = browser.perform(
                        get("/models/process/complaint/move").with(user("owner").roles("process-owners")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .containsPattern("selected=\"selected\"[^>]*>choose, or leave it")
                .doesNotContainPattern("selected=\"selected\"[^>]*>new: “Talk”")
                .contains("Perhaps it is <b>“Talk”</b> now");
    }

    @Test
    void the_list_tells_how_many_cases_wait_and_whether_their_diagram_changed() throws Exception {
        ProcessDefinition complaint = latest("complaint", "Complaint");
        ProcessDefinition watch = latest("watch", "Watching");
        ProcessDefinition approval = latest("approval", "Approval");
        Map<String, ProcessDefinition> newest =
                new TreeMap<>(Map.of("complaint", complaint, "watch", watch, "approval", approval));
        when(previews.newest()).thenReturn(newest);
        when(previews.olderRunning(newest))
                .thenReturn(Map.of(
                        "complaint",
                        List.of(
                                new TokenTable.Version("complaint", 3, "c3", 4, 4),
                                new TokenTable.Version("complaint", 2, "c2", 8, 8)),
                        "watch",
                        List.of(new TokenTable.Version("watch", 3, "w3", 1, 1)),
                        "approval",
                        List.of(new TokenTable.Version("approval", 3, "a3", 5, 0))));
        when(changes.ofProcesses()).thenReturn(Map.of("complaint", 3, "watch", 1, "approval", 4));

        String page = browser.perform(get("/models/moves").with(user("owner").roles("process-owners")))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("<[^>]*>", "");

        assertThat(page)
                .contains("Complaint 12 cases changed on versions 2, 3; the newest is 4")
                .contains("Watching one case only came along on version 3; the newest is 4")
                .contains("One process that others call")
                .contains("Approval 5 run changed on version 3");
    }

    private static ProcessDefinition latest(String key, String name) {
        ProcessDefinition latest = mock(ProcessDefinition.class);
        when(latest.getKey()).thenReturn(key);
        when(latest.getName()).thenReturn(name);
        when(latest.getVersion()).thenReturn(4);
        return latest;
    }

    private String page(String state) throws Exception {
        boolean stopped = state.equals(Move.STOPPED);
        when(table.find(7))
                .thenReturn(Optional.of(new Move(
                        7,
                        "complaint",
                        List.of(3),
                        4,
                        "owner",
                        ASKED,
                        state,
                        null,
                        stopped ? "owner" : null,
                        stopped ? ASKED.plusSeconds(60) : null,
                        state.equals(Move.FINISHED) ? ASKED.plusSeconds(90) : null)));
        when(table.counts(7)).thenReturn(Map.of(MovedCase.MOVED, 3, MovedCase.WAITING, 9));
        return browser.perform(get("/models/moves/7").with(user("owner").roles("process-owners")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    static class Parts {

        @Bean
        Clock clock() {
            return Clock.fixed(ASKED, ZoneOffset.UTC);
        }

        @Bean
        NoLinks navigation() {
            return new NoLinks();
        }
    }

    /** Stands in for what the head of each page leads to. */
    public static class NoLinks {

        public boolean isSignedIn() {
            return false;
        }
    }
}
