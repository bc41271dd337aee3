package io.amends.mediaregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.amends.casefile.CaseFiles;
import io.amends.scenario.Scenario;
import io.amends.scenario.ServiceDesk;
import io.amends.staff.StaffAccounts;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of the media register: what they show, who may open them, what is changed on them; and its import (M-6, M-10). */
@Scenario
class MediaRegisterPagesTest {

    private static final String KEEPERS = "communications";
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");

    @Autowired
    MediaRegister register;

    @Autowired
    CaseFiles cases;

    @Autowired
    ServiceDesk desk;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    // ------------------------------------------------------------ who may open what

    @ParameterizedTest
    @CsvSource({
        "communications, 200, 302",
        "directors, 200, 403",
        "service-managers, 200, 403",
        "spokespersons, 200, 403",
        "legal, 200, 403",
        "auditors, 200, 403",
        "service-agents, 403, 403",
        "team-leads, 403, 403",
        "retention, 403, 403",
        "process-owners, 403, 403",
        "camunda-admin, 403, 403"
    })
    void the_register_is_kept_by_communications_and_read_by_those_who_work_on_a_crisis(
            String group, int reads, int writes) throws Exception {
        String word = word();
        Outlet outlet = register.takeUp("Herald " + word);
        for (String path : List.of("", "/outlets", "/spokespersons", "/outlets/" + outlet.id())) {
            assertThat(open(group, "/media-register" + path).getStatus())
                    .as(path)
                    .isEqualTo(reads);
        }
        assertThat(send(group, post("/media-register/outlets/{id}/check", outlet.id()))
                        .getResponse()
                        .getStatus())
                .isEqualTo(writes);
        assertThat(send(group, post("/media-register/spokespersons").param("userId", member("auditors")))
                        .getResponse()
                        .getStatus())
                .isEqualTo(writes);
        assertThat(page(group, "/").contains("href=\"/media-register\"")).isEqualTo(reads == 200);
        if (reads == 200 && writes != 302) {
            assertThat(page(group, "/media-register/outlets/" + outlet.id()))
                    .doesNotContain("<button type=\"submit\">");
            assertThat(page(group, "/media-register/spokespersons")).doesNotContain("Add a spokesperson");
            assertThat(page(group, "/media-register")).doesNotContain("Add a person");
        }
        assertThat(register.outlet(outlet.id()).orElseThrow().checked()).isEqualTo(writes == 302);
    }

    @Test
    void who_is_also_an_auditor_changes_nothing() throws Exception {
        String both = "desk-both";
        accounts.createIfMissing(
                both, both, "Example", both + "@amends.example", "a rather long secret", List.of(KEEPERS, "auditors"));
        Outlet outlet = register.takeUp("Herald " + word());
        assertThat(browser.perform(post("/media-register/outlets/{id}/check", outlet.id())
                                .with(user(both).roles(KEEPERS, "auditors"))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(register.outlet(outlet.id()).orElseThrow().checked()).isFalse();
    }

    @Test
    void nobody_looks_without_signing_in_and_nothing_changes_without_the_pages_token() throws Exception {
        assertThat(browser.perform(get("/media-register").accept("text/html"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .endsWith("/sign-in");
        Outlet outlet = register.takeUp("Herald " + word());
        assertThat(browser.perform(post("/media-register/outlets/{id}/check", outlet.id())
                                .with(user(member(KEEPERS)).roles(KEEPERS)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void what_there_is_not_is_told_in_words() throws Exception {
        for (String path : List.of("/outlets/nobody", "/people/nobody")) {
            MockHttpServletResponse answer = open(KEEPERS, "/media-register" + path);
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getContentAsString()).contains("Not in the register");
        }
        assertThat(send(KEEPERS, post("/media-register/people/nobody/left"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(KEEPERS, post("/media-register/spokespersons/nobody"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    // ------------------------------------------------------------ outlets

    @Test
    void an_outlet_is_added_and_each_field_that_does_not_fit_says_why() throws Exception {
        String word = word();
        MockHttpServletResponse refused = send(
                        KEEPERS,
                        post("/media-register/outlets")
                                .param("outletName", "")
                                .param("outletKind", "newspaper")
                                .param("website", "javascript:alert(1)"))
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString())
                .contains(
                        "Nothing was changed: 2 fields do not fit.",
                        "This is missing.",
                        "This must be an address such as https://www.example.org.",
                        "aria-invalid=\"true\"");

        String address = send(
                        KEEPERS,
                        post("/media-register/outlets")
                                .param("outletName", "<b>Herald</b> " + word)
                                .param("outletKind", "radio")
                                .param("reach", "local")
                                .param("website", "https://herald.example.org"))
                .getResponse()
                .getRedirectedUrl();
        assertThat(page("auditors", address))
                .contains("&lt;b&gt;Herald&lt;/b&gt; " + word, "Radio", "Local", "https://herald.example.org")
                .contains("Nobody is known there yet.", "Last changed by " + member(KEEPERS) + " Example")
                .doesNotContain("<b>Herald", "to be checked");
        assertThat(send(
                                KEEPERS,
                                post("/media-register/outlets")
                                        .param("outletName", "<B>HERALD</B>  " + word)
                                        .param("outletKind", "radio"))
                        .getResponse()
                        .getContentAsString())
                .contains("This leads to &lt;b&gt;Herald&lt;/b&gt; " + word + " already.");
        send(
                KEEPERS,
                post(address).param("outletName", "Herald on Sunday " + word).param("outletKind", "newspaper"));
        assertThat(page(KEEPERS, address)).contains("Herald on Sunday " + word, "Newspaper");
    }

    @Test
    void what_was_typed_in_a_hurry_is_pointed_at_and_joined_after_a_question() throws Exception {
        String word = word();
        Outlet right = register.takeUp("Sentinel " + word);
        send(KEEPERS, post("/media-register/outlets/{id}/check", right.id()));
        Outlet typo = register.takeUp("Sentinnel " + word);
        assertThat(page(KEEPERS, "/media-register")).contains("typed in a hurry");
        assertThat(page(KEEPERS, "/media-register/outlets?state=unchecked&text=" + word))
                .contains("/media-register/outlets/" + typo.id())
                .doesNotContain("/media-register/outlets/" + right.id() + "\"");
        assertThat(send(
                                KEEPERS,
                                post("/media-register/outlets/{id}/join", typo.id())
                                        .param("into", "nobody"))
                        .getFlashMap()
                        .get("problem")
                        .toString())
                .contains("choose the outlet");
        MockHttpServletRequestBuilder join =
                post("/media-register/outlets/{id}/join", typo.id()).param("into", right.id());
        assertThat(send(KEEPERS, join).getResponse().getContentAsString())
                .contains("Yes, do it", "This cannot be undone", "name=\"into\" value=\"" + right.id() + "\"");
        assertThat(register.outlet(typo.id())).contains(typo);
        send(
                KEEPERS,
                post("/media-register/outlets/{id}/join", typo.id())
                        .param("into", right.id())
                        .param("confirmed", "true"));
        assertThat(register.outlet("sentinnel " + word)).map(Outlet::id).contains(right.id());
        assertThat(open(KEEPERS, "/media-register/outlets/" + typo.id()).getRedirectedUrl())
                .isEqualTo("/media-register/outlets/" + right.id());
        // its name stays taken, for it leads somewhere
        assertThat(send(
                                KEEPERS,
                                post("/media-register/outlets/{id}", right.id())
                                        .param("outletName", "Sentinnel " + word)
                                        .param("outletKind", "radio"))
                        .getResponse()
                        .getContentAsString())
                .contains("or was one once");
    }

    @Test
    void an_archived_outlet_is_out_of_the_way_until_it_is_taken_back() throws Exception {
        String word = word();
        String person = person(word, "Ann " + word);
        String outlet = register.person(person).orElseThrow().outletId();
        assertThat(send(KEEPERS, post("/media-register/outlets/{id}/archive", outlet))
                        .getResponse()
                        .getContentAsString())
                .contains("Yes, do it");
        assertThat(register.people()).extracting(MediaPerson::id).contains(person);
        send(KEEPERS, post("/media-register/outlets/{id}/archive", outlet).param("confirmed", "true"));
        assertThat(register.people()).extracting(MediaPerson::id).doesNotContain(person);
        assertThat(page(KEEPERS, "/media-register/outlets?text=" + word)).contains("No outlet fits");
        assertThat(page(KEEPERS, "/media-register/outlets?state=archived&text=" + word))
                .contains("archived</span>");
        send(KEEPERS, post("/media-register/outlets/{id}/restore", outlet));
        assertThat(register.people()).extracting(MediaPerson::id).contains(person);
    }

    // ------------------------------------------------------------ people

    @Test
    void a_person_is_added_changed_and_marked_as_left() throws Exception {
        String word = word();
        String id = person(word, "Ann " + word);
        String address = "/media-register/people/" + id;
        assertThat(page("legal", address))
                .contains("Ann " + word, "+442079460101", "ann@example.org", "health, retail", "never", "English")
                .doesNotContain("Note a talk");
        MockHttpServletResponse refused = send(
                        KEEPERS,
                        post(address)
                                .param("outletId", "nobody")
                                .param("personName", "Ann")
                                .param("role", "intern")
                                .param("mail", "nowhere")
                                .param("phone", "12"))
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString())
                .contains(
                        "4 fields do not fit",
                        "This is not in the register.",
                        "This must be one of editor, journalist, leadership.",
                        "This is not a mail address.",
                        "This is not a phone number",
                        "value=\"nowhere\"");
        String outlet = register.person(id).orElseThrow().outletId();
        assertThat(send(KEEPERS, adding(outlet, "ANN " + word)).getResponse().getContentAsString())
                .contains("This is known at this outlet already.");
        send(
                KEEPERS,
                post(address)
                        .param("outletId", outlet)
                        .param("personName", "Ann Lee " + word)
                        .param("role", "leadership")
                        .param("language", "zh-CN"));
        assertThat(page(KEEPERS, address)).contains("Ann Lee " + word, "Leadership", "Chinese");

        assertThat(send(KEEPERS, post(address + "/left")).getResponse().getContentAsString())
                .contains("Yes, do it");
        send(KEEPERS, post(address + "/left").param("confirmed", "true"));
        assertThat(register.peopleOf(outlet)).isEmpty();
        assertThat(page(KEEPERS, address)).contains("Works there no more");
        assertThat(page(KEEPERS, "/media-register?text=" + word)).contains("Nobody fits");
        assertThat(page(KEEPERS, "/media-register?left=true&text=" + word)).contains("has left");
        send(KEEPERS, post(address + "/back"));
        assertThat(register.peopleOf(outlet)).hasSize(1);
    }

    @Test
    void a_talk_is_noted_and_shown_with_its_case() throws Exception {
        String id = person(word(), "Bob");
        String address = "/media-register/people/" + id;
        assertThat(page(KEEPERS, address)).contains("Nobody of us had contact with them yet.");
        assertThat(send(
                                KEEPERS,
                                post(address + "/contacts")
                                        .param("how", "phone")
                                        .param("what", "<i>x</i>")
                                        .param("caseNumber", "MCR-1999-000001"))
                        .getResponse()
                        .getContentAsString())
                .contains("This is not the number of a case.", "value=\"&lt;i&gt;x&lt;/i&gt;\"");
        String caseNumber = cases.open("MCR", "media-crisis", "kettle", null, desk.now());
        send(
                KEEPERS,
                post(address + "/contacts")
                        .param("how", "phone")
                        .param("what", "<i>Kettle</i>")
                        .param("caseNumber", caseNumber));
        assertThat(page("directors", address))
                .contains("&lt;i&gt;Kettle&lt;/i&gt;", "/cases/" + caseNumber, member(KEEPERS) + " Example", "just now")
                .doesNotContain("<i>Kettle");
    }

    @Test
    void a_long_list_is_turned_page_by_page_and_keeps_what_was_asked() throws Exception {
        String word = word();
        Outlet outlet = register.takeUp("Long " + word);
        for (int i = 0; i <= MediaRegisterController.PAGE; i++) {
            send(KEEPERS, adding(outlet.id(), "Person %03d".formatted(i)));
            register.takeUp("Row %03d %s".formatted(i, word));
        }
        for (String list :
                List.of("/media-register?text=long " + word, "/media-register/outlets?text=row&state=unchecked")) {
            String first = page(KEEPERS, list);
            Matcher next = NEXT.matcher(first);
            assertThat(next.find()).as(list).isTrue();
            String second = next.group(1).replace("&amp;", "&");
            assertThat(page(KEEPERS, URLDecoder.decode(second, StandardCharsets.UTF_8)))
                    .contains(list.contains("outlets") ? "Row 050" : "Person 050")
                    .doesNotContain("Person 049</bdi>");
        }
        assertThat(page(KEEPERS, "/media-register?after=nobody&text=" + word)).contains("Person 000");
        assertThat(page(KEEPERS, "/media-register?text=<script>alert(1)</script>"))
                .doesNotContain("<script>alert");
    }

    // ------------------------------------------------------------ spokespersons

    @Test
    void a_spokesperson_is_added_looked_at_and_taken_off() throws Exception {
        String user = "speaker" + word();
        accounts.createIfMissing(
                user, user, "Example", user + "@amends.example", "a rather long secret", List.of("spokespersons"));
        String list = "/media-register/spokespersons";
        assertThat(page(KEEPERS, list)).contains(user + " Example (Spokespersons)");
        assertThat(send(
                                KEEPERS,
                                post(list)
                                        .param("userId", user)
                                        .param(
                                                "trainedOn",
                                                desk.today().plusDays(1).toString()))
                        .getResponse()
                        .getContentAsString())
                .contains("This lies in the future.");
        assertThat(send(KEEPERS, post(list).param("userId", "nobody"))
                        .getResponse()
                        .getContentAsString())
                .contains("This is no member of staff.");
        send(KEEPERS, post(list).param("userId", user).param("quality", "credible", "listens"));
        assertThat(register.spokesperson(user).orElseThrow().missing())
                .contains("does not take in facts fast", "no training is known")
                .doesNotContain("is not credible");
        assertThat(page("spokespersons", list))
                .contains("must not speak today", "no training is known", "Looked at by")
                .doesNotContain("Change …");

        send(
                KEEPERS,
                post(list + "/" + user)
                        .param("trainedOn", desk.today().minusDays(3).toString())
                        .param("quality", "takes_in_facts", "credible", "listens", "sympathy", "calm", "reachable"));
        assertThat(register.spokesperson(user).orElseThrow().missing()).isEmpty();
        assertThat(page("spokespersons", list)).contains("may speak today");
        assertThat(send(KEEPERS, post(list + "/" + user + "/remove"))
                        .getResponse()
                        .getContentAsString())
                .contains("Yes, do it");
        send(KEEPERS, post(list + "/" + user + "/remove").param("confirmed", "true"));
        assertThat(register.spokesperson(user)).isEmpty();
    }

    @Test
    void nobody_says_of_themselves_that_they_may_speak() throws Exception {
        assertThat(send(
                                KEEPERS,
                                post("/media-register/spokespersons")
                                        .param("userId", member(KEEPERS))
                                        .param("trainedOn", desk.today().toString()))
                        .getResponse()
                        .getContentAsString())
                .contains("This is yourself");
        assertThat(register.spokesperson(member(KEEPERS))).isEmpty();
    }

    // ------------------------------------------------------------ import

    @ParameterizedTest
    @CsvSource({
        "communications, 200",
        "service-managers, 200",
        "camunda-admin, 200",
        "directors, 403",
        "legal, 403",
        "spokespersons, 403",
        "auditors, 403"
    })
    void a_file_is_imported_by_those_who_keep_the_register(String group, int status) throws Exception {
        String word = word();
        String file = """
                outletId,outletName,outletKind,personId,personName,role,mail,phone
                %1$s,"Press, %1$s",newspaper,%1$s-1,Ann,editor,ann@example.org,020 7946 0101
                %1$s,"Press, %1$s",newspaper,%1$s-2,Bob,boss,bob@example.org,
                %1$s,"Press, %1$s",newspaper,%1$s-1,Ann,editor,ann@example.org,020 7946 0101
                """.formatted(word);
        MockHttpServletResponse answer = send(
                        group,
                        post("/api/media-register/import")
                                .contentType("text/csv")
                                .content(file))
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(register.outlet("press, " + word).isPresent()).isEqualTo(status == 200);
        if (status == 200) {
            assertThat(answer.getContentAsString())
                    .contains(
                            "\"line\":3,\"field\":\"role\",\"reason\":\"must be one of editor, journalist, leadership\"",
                            "\"rows\":3,\"taken\":1,\"known\":1,\"joined\":0");
        }
    }

    // ------------------------------------------------------------ helpers

    private String person(String word, String name) throws Exception {
        Outlet outlet = register.takeUp("Outlet " + word);
        String address = send(KEEPERS, adding(outlet.id(), name)).getResponse().getRedirectedUrl();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static MockHttpServletRequestBuilder adding(String outletId, String name) {
        return post("/media-register/people")
                .param("outletId", outletId)
                .param("personName", name)
                .param("role", "journalist")
                .param("beats", "health, retail")
                .param("phone", "020 7946 0101")
                .param("mail", "Ann@example.org")
                .param("language", "en");
    }

    /** Somebody who is in that group only. */
    private String member(String group) {
        String person = "desk-" + group;
        accounts.createIfMissing(
                person, person, "Example", person + "@amends.example", "a rather long secret", List.of(group));
        return person;
    }

    private MvcResult send(String group, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(user(member(group)).roles(group)).with(csrf()))
                .andReturn();
    }

    private String page(String group, String path) throws Exception {
        return open(group, path).getContentAsString();
    }

    private MockHttpServletResponse open(String group, String path) throws Exception {
        return send(group, get(path)).getResponse();
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }
}
