package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.amends.casefile.CaseFiles;
import io.amends.complaint.CustomerVoice;
import io.amends.contact.ContactAnswer;
import io.amends.contact.ContactPolicy;
import io.amends.contact.SkipReason;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.Letters;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** One policy for every process says whether a customer may be approached: what they want binds at once and everywhere (L-2). */
@Scenario
class ContactPolicyScenarios {

    private static final Duration A_MONTH = Duration.ofDays(30);

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerVoice voice;

    @Autowired
    CustomerDirectory customers;

    @Autowired
    ContactPolicy policy;

    @Autowired
    CaseFiles cases;

    @Autowired
    Letters letters;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    @BeforeEach
    void staffIsThere() {
        Staff.signUp(accounts);
    }

    @Test
    void who_says_never_again_by_the_link_gets_no_survey_and_no_courtesy_call() throws Exception {
        String mail = desk.somebody();
        String caseNumber =
                solved(desk.complains(desk.complaint(mail).safetyRisk().build()));
        saysNeverAgain(mail);
        desk.passes(Duration.ofDays(12));

        assertThat(desk.letters(caseNumber)).contains("closing").doesNotContain("survey");
        assertThat(desk.openTasks(caseNumber)).doesNotContain("Task_MakeCourtesyCall");
        assertThat(policy.suppressed(List.of(customerOf(caseNumber))))
                .containsEntry(customerOf(caseNumber), SkipReason.DO_NOT_CONTACT);
        assertThat(page("auditor", "auditors", "/cases/" + caseNumber))
                .contains("Did not contact the customer: they asked not to be contacted");
        assertThat(page("auditor", "auditors", "/customers/" + customerOf(caseNumber)))
                .contains("Does not want to be contacted.", "asked for it by the link in a letter of " + caseNumber);
    }

    @Test
    void who_takes_it_back_is_asked_again() throws Exception {
        String mail = desk.somebody();
        String caseNumber = solved(desk.complains(mail));
        saysNeverAgain(mail);
        browser.perform(post("/customers/{n}/changes/contact-again", customerOf(caseNumber))
                .param("reason", "Rang and said it was a mistake")
                .with(user("agent").roles("service-agents"))
                .with(csrf()));
        desk.passes(Duration.ofDays(12));
        assertThat(desk.letters(caseNumber)).contains("survey");
        assertThat(page("auditor", "auditors", "/customers/" + customerOf(caseNumber)))
                .contains("May be contacted again", "Rang and said it was a mistake");
    }

    @Test
    void a_refused_channel_is_not_used_and_the_others_are() {
        String byPhone =
                desk.complains(desk.complaint(desk.somebody()).safetyRisk().build());
        customers.setConsent(customerOf(byPhone), "mail", false);
        desk.resolves(byPhone, voice);
        assertThat(desk.letters(byPhone)).doesNotContain("survey");
        assertThat(desk.openTasks(byPhone)).contains("Task_MakeCourtesyCall");

        String byMail =
                desk.complains(desk.complaint(desk.somebody()).safetyRisk().build());
        customers.setConsent(customerOf(byMail), "phone", false);
        desk.resolves(byMail, voice);
        desk.passes(Duration.ofDays(22));
        assertThat(desk.letters(byMail)).contains("survey");
        assertThat(desk.openTasks(byMail)).doesNotContain("Task_MakeCourtesyCall");
    }

    @Test
    void who_has_died_is_asked_nothing_more() {
        String caseNumber =
                desk.complains(desk.complaint(desk.somebody()).safetyRisk().build());
        customers.setStanding(customerOf(caseNumber), "deceased", "The family wrote");
        desk.resolves(caseNumber, voice);
        assertThat(desk.letters(caseNumber)).doesNotContain("survey");
        assertThat(desk.openTasks(caseNumber)).doesNotContain("Task_MakeCourtesyCall");
    }

    @Test
    void an_open_complaint_goes_first_and_after_it_a_month_passes() {
        String caseNumber = desk.complains(desk.somebody());
        String customer = customerOf(caseNumber);
        String lost = cases.open("LCR", "lost-customer", "reported", customer, desk.now());
        assertThat(policy.ask(lost, customer, 50).reason()).isEqualTo(SkipReason.OPEN_COMPLAINT);

        desk.resolves(caseNumber, voice);
        voice.surveyAnswered(caseNumber, 9, null, null, null, null, null);
        desk.settle();
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
        ContactAnswer answer = policy.ask(lost, customer, 50);
        assertThat(answer.reason()).as("its letters were contacts, too").isEqualTo(SkipReason.CONTACTED_LATELY);
        assertThat(policy.suppressed(List.of(customer))).containsEntry(customer, SkipReason.CONTACTED_LATELY);

        desk.passes(A_MONTH.plusSeconds(1));
        assertThat(policy.ask(lost, customer, 50).verdict()).isEqualTo(ContactAnswer.Verdict.YES);
    }

    @Test
    void whose_mail_comes_back_gets_no_survey_and_the_contact_does_not_count() {
        String caseNumber = desk.complains(desk.somebody());
        String acknowledgement =
                desk.lettersOf(caseNumber, "acknowledgement").get(0).id();
        letters.bounced(acknowledgement, "550 5.1.1 nobody here");
        desk.settle();
        assertThat(customers
                        .standings(List.of(customerOf(caseNumber)))
                        .get(customerOf(caseNumber))
                        .mailBounced())
                .isTrue();
        desk.resolves(caseNumber, voice);
        assertThat(desk.letters(caseNumber)).doesNotContain("survey");
    }

    @Test
    void a_talk_is_a_contact_with_who_and_when() throws Exception {
        String caseNumber = desk.complains(desk.somebody());
        desk.contacts("agent", caseNumber);
        assertThat(page("agent", "service-agents", "/customers/" + customerOf(caseNumber)))
                .contains("Contact the customer", "agent Example, Service agents", "/cases/" + caseNumber);
    }

    // ------------------------------------------------------------ helpers

    /** Up to the closing letter. */
    private String solved(String caseNumber) {
        desk.contacts("agent", caseNumber);
        desk.concludes("agent", caseNumber, "packaging");
        desk.proposes("agent", caseNumber, 40);
        voice.decided(caseNumber, true, null);
        desk.settle();
        desk.keepsPromise("agent", caseNumber);
        assertThat(desk.letters(caseNumber)).contains("closing");
        return caseNumber;
    }

    private void saysNeverAgain(String mail) throws Exception {
        for (String link : PostOffice.linksInLastMailFor(mail)) {
            String shown = browser.perform(get(link)).andReturn().getResponse().getContentAsString();
            if (shown.contains("name=\"never\"")) {
                assertThat(browser.perform(post(link).param("never", "yes").with(csrf()))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                        .isEqualTo(200);
                return;
            }
        }
        throw new AssertionError("The last letter to " + mail + " has no link to be left alone");
    }

    private String customerOf(String caseNumber) {
        return desk.file(caseNumber).customerNumber();
    }

    private String page(String who, String group, String path) throws Exception {
        return browser.perform(get(path).with(user(who).roles(group)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
