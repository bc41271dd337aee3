package io.amends.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.amends.scenario.Scenario;
import io.amends.scenario.ServiceDesk;
import io.amends.staff.StaffAccounts;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of mail: what they show, who may open them, and that nothing a stranger sent does anything there (T-3). */
@Scenario
class InboxPagesTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final byte[] ORIGINAL = "Subject: a kettle\r\n\r\nHello <b>there</b>\r\n".getBytes(UTF_8);
    private static final Pattern NEXT = Pattern.compile("href=\"(/inbox\\?[^\"]*)\" rel=\"next\"");

    @Autowired
    MailStore store;

    @Autowired
    ServiceDesk desk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    // ------------------------------------------------------------ the list

    @Test
    void mails_stand_newest_first_and_are_found_by_sender_subject_and_number() throws Exception {
        String word = word();
        String older = mail(word + " first", "ann." + word + "@example.org", desk.now());
        String newer = mail(word + " second", "bob@example.org", desk.now().plusSeconds(5));

        String all = page("service-agents", "/inbox?text=" + word);
        assertThat(all.indexOf(newer)).isPositive().isLessThan(all.indexOf(older));
        assertThat(page("service-agents", "/inbox?text=ANN." + word))
                .contains(older)
                .doesNotContain(newer);
        assertThat(page("service-agents", "/inbox?text=" + newer))
                .contains("/inbox/" + newer)
                .doesNotContain(older);
        assertThat(page("service-agents", "/inbox?state=to-sort&text=" + word)).doesNotContain(older);
        store.settle(older, MailState.TO_SORT, null, "It names no case");
        assertThat(page("service-agents", "/inbox?state=to-sort&text=" + word))
                .contains(older)
                .contains("to be sorted by hand");
        assertThat(page("service-agents", "/inbox?kind=bounce&text=" + word)).contains("No mail fits");
    }

    @Test
    void a_long_list_is_turned_page_by_page_and_keeps_what_was_asked() throws Exception {
        String word = word();
        for (int i = 0; i < MailStore.PAGE + 1; i++) {
            mail(word, "ann@example.org", desk.now().plusSeconds(i));
        }
        String first = page("service-agents", "/inbox?kind=person&text=" + word);
        assertThat(first.split("/inbox/MAIL", -1)).hasSize(MailStore.PAGE + 1);
        Matcher next = NEXT.matcher(first);
        assertThat(next.find()).isTrue();
        String address = next.group(1).replace("&amp;", "&");
        assertThat(address).contains("text=" + word, "kind=person");
        String second = page("service-agents", address);
        assertThat(second.split("/inbox/MAIL", -1)).hasSize(2);
        assertThat(second).doesNotContain("rel=\"next\"");
        assertThat(page("service-agents", "/inbox?text=" + word + "&after=yesterday_x"))
                .as("an address that somebody mangled shows the newest")
                .contains("rel=\"next\"");
        assertThat(page("service-agents", "/inbox?after=1999-01-01T00:00:00Z_x"))
                .contains("There are no older mails");
    }

    // ------------------------------------------------------------ one mail

    @Test
    void a_mail_shows_its_words_as_words_its_history_folded_and_what_became_of_it() throws Exception {
        String number = mail("<script>alert(1)</script>", "ann@example.org", desk.now());
        store.settle(number, MailState.SET_ASIDE, null, "Advertising or fraud");
        String shown = page("auditors", "/inbox/" + number);
        assertThat(shown)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert")
                .contains("Hello &lt;b&gt;there&lt;/b&gt;")
                .contains("&gt; what we wrote")
                .contains("set aside")
                .contains("Advertising or fraud")
                .contains("lid.png")
                .contains("only in the original: a kind of file that we do not keep");
    }

    @Test
    void a_mail_that_cannot_be_read_says_why_and_points_to_its_original() throws Exception {
        String number = add(
                ReadMessage.Kind.UNREADABLE,
                "A kettle",
                "ann@example.org",
                desk.now(),
                "",
                "it is encrypted",
                List.of(),
                List.of());
        assertThat(page("service-agents", "/inbox/" + number))
                .contains("Its words cannot be shown here: it is encrypted.", "href=\"#original\"", "id=\"original\"")
                .doesNotContain("no words of its own", "came without attachments");

        String caseNumber = desk.complains(desk.somebody());
        store.settle(number, MailState.JOINED, caseNumber, "");
        assertThat(page("service-agents", "/cases/" + caseNumber))
                .contains("Its words cannot be shown here: it is encrypted.")
                .doesNotContain("no words of its own");
    }

    @Test
    void a_long_subject_stands_in_full_in_the_title_of_its_link() throws Exception {
        String word = word();
        String subject = word + " kettle".repeat(40);
        mail(subject, "ann@example.org", desk.now());
        assertThat(page("service-agents", "/inbox?text=" + word))
                .contains("class=\"two-lines\"", "title=\"" + subject + "\"");
    }

    @Test
    void an_unknown_number_is_told_in_words() throws Exception {
        MockHttpServletResponse answer = open("service-agents", "/inbox/MAIL-1999-000001");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("No mail has this number");
        assertThat(open("service-agents", "/inbox/%3Cscript%3E").getContentAsString())
                .doesNotContain("<script>alert");
        assertThat(open("service-agents", "/inbox/MAIL-1999-000001/original").getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_original_is_saved_byte_by_byte_and_runs_nothing() throws Exception {
        String number = mail("A kettle", "ann@example.org", desk.now());
        MockHttpServletResponse original = open("service-agents", "/inbox/" + number + "/original");
        assertThat(original.getContentAsByteArray()).isEqualTo(ORIGINAL);
        assertThat(original.getContentType()).isEqualTo("message/rfc822");
        assertThat(original.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(number + ".eml");
        harmless(original);
    }

    // ------------------------------------------------------------ files

    @ParameterizedTest
    @CsvSource({
        "lid.png, image/png, true, inline, image/png",
        "lid.png, image/png, false, attachment, image/png",
        "bill.pdf, application/pdf, true, attachment, application/pdf",
        "page.html, text/html, true, attachment, application/octet-stream",
        "lid.svg, image/svg+xml, true, attachment, application/octet-stream",
        "odd, not a type, true, attachment, application/octet-stream",
        "app.js, text/javascript, true, attachment, application/octet-stream"
    })
    void a_file_is_saved_or_seen_and_never_run(String name, String type, boolean seen, String disposition, String told)
            throws Exception {
        String number = mail("A kettle", desk.now(), new Attached(name, type, PNG));
        MockHttpServletResponse file =
                open("service-agents", "/inbox/" + number + "/attachments/1" + (seen ? "?seen=1" : ""));
        assertThat(file.getStatus()).isEqualTo(200);
        assertThat(file.getContentAsByteArray()).isEqualTo(PNG);
        assertThat(file.getContentType()).isEqualTo(told);
        assertThat(file.getHeader("Content-Disposition")).startsWith(disposition);
        harmless(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"; filename=\"b.exe",
                "x\r\nSet-Cookie: a=b",
                "\u202Egnp.exe",
                "../../etc/passwd",
                "破损的水壶.png",
                "<img src=x onerror=alert(1)>.png"
            })
    void a_hostile_name_stays_a_name(String name) throws Exception {
        String number = mail("A kettle", desk.now(), new Attached(name, "image/png", PNG));
        MockHttpServletResponse file = open("service-agents", "/inbox/" + number + "/attachments/1");
        assertThat(file.getStatus()).isEqualTo(200);
        assertThat(file.getHeaderNames()).doesNotContain("Set-Cookie");
        String disposition = file.getHeader("Content-Disposition");
        assertThat(disposition).startsWith("attachment; ").doesNotContain("\r", "\n");
        assertThat(disposition.split("filename=\"", -1)).as(disposition).hasSizeLessThanOrEqualTo(2);
        assertThat(page("service-agents", "/inbox/" + number)).doesNotContain("<img src=x");
    }

    @Test
    void what_was_left_out_or_never_was_there_cannot_be_opened() throws Exception {
        String number = mail("A kettle", "ann@example.org", desk.now());
        for (String nr : List.of("0", "2", "3", "9999", "99999", "-1", "x")) {
            assertThat(open("service-agents", "/inbox/" + number + "/attachments/" + nr)
                            .getStatus())
                    .as(nr)
                    .isEqualTo(404);
        }
    }

    // ------------------------------------------------------------ who may open what

    @ParameterizedTest
    @CsvSource({
        "service-agents, 200",
        "team-leads, 200",
        "service-managers, 200",
        "directors, 200",
        "auditors, 200",
        "legal, 403",
        "retention, 403",
        "communications, 403",
        "spokespersons, 403",
        "process-owners, 403",
        "camunda-admin, 403"
    })
    void mail_is_for_who_works_on_cases_and_for_auditors(String group, int status) throws Exception {
        String number = mail("A kettle", "ann@example.org", desk.now());
        for (String path : List.of("", "/" + number, "/" + number + "/original", "/" + number + "/attachments/1")) {
            assertThat(open(group, "/inbox" + path).getStatus()).as(path).isEqualTo(status);
        }
        String start = page(group, "/");
        assertThat(start.contains("href=\"/inbox\"")).isEqualTo(status == 200);
    }

    @Test
    void nobody_opens_mail_without_signing_in_and_nobody_writes_to_it() throws Exception {
        String number = mail("A kettle", "ann@example.org", desk.now());
        MockHttpServletResponse answer = browser.perform(get("/inbox/" + number).accept("text/html"))
                .andReturn()
                .getResponse();
        assertThat(answer.getRedirectedUrl()).endsWith("/sign-in");
        assertThat(browser.perform(post("/inbox/" + number)
                                .with(user(member("service-agents")).roles("service-agents"))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(405);
    }

    @Test
    void a_case_shows_its_mail_and_hands_out_its_files_to_whoever_may_read_the_case() throws Exception {
        String caseNumber = desk.complains(desk.somebody());
        String other = desk.complains(desk.somebody());
        String number = mail("The <i>lid</i>", "ann@example.org", desk.now());
        store.settle(number, MailState.JOINED, caseNumber, "It answers our letter “Your complaint”");

        String shown = page("service-agents", "/cases/" + caseNumber);
        assertThat(shown)
                .contains("The &lt;i&gt;lid&lt;/i&gt;")
                .contains("It answers our letter “Your complaint”")
                .contains("/cases/" + caseNumber + "/mail/" + number + "/attachments/1")
                .contains("href=\"/inbox/" + number + "\"")
                .contains("Mail from Ann &lt;ann@example.org&gt;");
        assertThat(page("service-agents", "/cases/" + caseNumber + "?show=mail"))
                .contains("Mail from Ann");
        assertThat(page("process-owners", "/cases/" + caseNumber))
                .as("reads the case, opens no mailbox")
                .contains("The &lt;i&gt;lid&lt;/i&gt;")
                .doesNotContain("href=\"/inbox/" + number + "\"");

        String file = "/mail/" + number + "/attachments/1";
        MockHttpServletResponse handed = open("service-agents", "/cases/" + caseNumber + file);
        assertThat(handed.getContentAsByteArray()).isEqualTo(PNG);
        harmless(handed);
        assertThat(open("service-agents", "/cases/" + caseNumber + file + "?seen=1")
                        .getHeader("Content-Disposition"))
                .startsWith("inline");
        assertThat(open("legal", "/cases/" + caseNumber + file).getStatus())
                .as("has no part in the case")
                .isEqualTo(404);
        assertThat(open("service-agents", "/cases/" + other + file).getStatus())
                .as("the mail of another case")
                .isEqualTo(404);
        assertThat(open("service-agents", "/cases/CMP-1999-000001" + file).getStatus())
                .isEqualTo(404);
        assertThat(open("service-agents", "/cases/" + caseNumber + "/mail/" + number + "/attachments/0")
                        .getStatus())
                .as("the original is not an attachment")
                .isEqualTo(404);
    }

    @Test
    void a_case_without_mail_shows_no_empty_list() throws Exception {
        assertThat(page("service-agents", "/cases/" + desk.complains(desk.somebody())))
                .doesNotContain("Mail that came in");
    }

    // ------------------------------------------------------------ helpers

    private static void harmless(MockHttpServletResponse file) {
        assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox", "'none'");
        assertThat(file.getHeader("Cache-Control")).contains("no-store");
    }

    /** Somebody who is in that group only. */
    private String member(String group) {
        String person = "mail-" + group;
        accounts.createIfMissing(
                person, person, "Example", person + "@amends.example", "a rather long secret", List.of(group));
        return person;
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** With a picture that is kept and a program that is not. */
    private String mail(String subject, String sender, Instant at) {
        return add(
                subject,
                sender,
                at,
                List.of(
                        new Attached("lid.png", "image/png", PNG),
                        new Attached("tool.exe", "application/x-msdownload", PNG)),
                List.of("", "a kind of file that we do not keep"));
    }

    private String mail(String subject, Instant at, Attached file) {
        return add(subject, "ann@example.org", at, List.of(file), List.of(""));
    }

    private String add(String subject, String sender, Instant at, List<Attached> files, List<String> left) {
        return add(
                ReadMessage.Kind.PERSON,
                subject,
                sender,
                at,
                "Hello <b>there</b>\nThe lid is broken.",
                null,
                files,
                left);
    }

    private String add(
            ReadMessage.Kind kind,
            String subject,
            String sender,
            Instant at,
            String text,
            @Nullable String why,
            List<Attached> files,
            List<String> left) {
        ReadMessage message = new ReadMessage(
                kind,
                "<" + UUID.randomUUID() + "@example.org>",
                List.of(),
                "Ann",
                sender,
                List.of("service@amends.example"),
                subject,
                at,
                text,
                text.isBlank() ? "" : "> what we wrote",
                "en",
                files,
                List.of(),
                why);
        NewMail mail = new NewMail(UUID.randomUUID().toString(), at, message, ORIGINAL, ORIGINAL.length, true, left);
        return transaction.execute(status -> {
            String number = store.add(mail, ZoneOffset.UTC);
            // nobody else is to route it meanwhile
            store.settle(number, MailState.RECORDED, null, "");
            return number;
        });
    }

    private String page(String group, String path) throws Exception {
        MockHttpServletResponse answer = open(group, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse open(String group, String path) throws Exception {
        return browser.perform(get(URI.create(path)).with(user(member(group)).roles(group)))
                .andReturn()
                .getResponse();
    }
}
