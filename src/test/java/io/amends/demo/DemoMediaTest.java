package io.amends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.amends.demo.DemoMedia.DemoOutlet;
import io.amends.demo.DemoMedia.DemoPerson;
import io.amends.demo.DemoMedia.DemoSpokesperson;
import io.amends.demo.DemoUsers.DemoUser;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemoMediaTest {

    @Test
    void there_are_a_few_outlets_each_with_one_editor_and_somebody_who_speaks_chinese() throws Exception {
        List<DemoOutlet> outlets = DemoScript.media().outlets();
        assertThat(outlets).hasSizeBetween(6, 8);
        assertThat(outlets).allSatisfy(outlet -> assertThat(outlet.people())
                .filteredOn(person -> person.role().equals("editor"))
                .hasSize(1));
        assertThat(DemoScript.media().entries()).hasSize(12);
        assertThat(people())
                .filteredOn(person -> "zh-CN".equals(person.language()))
                .hasSize(1);
        assertThat(people()).extracting(DemoPerson::id).doesNotHaveDuplicates();
    }

    @Test
    void addresses_lead_nowhere_and_telephone_numbers_can_be_read() throws Exception {
        assertThat(people())
                .extracting(DemoPerson::mail)
                .doesNotHaveDuplicates()
                .allMatch(mail -> mail.matches(".+@([a-z]+\\.)?example\\.(org|com|net)"));
        assertThat(DemoScript.media().outlets())
                .extracting(DemoOutlet::website)
                .allMatch(site -> site.matches("https://[a-z]+\\.example\\.(org|com|net)"));
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        for (String phone : people().stream()
                .map(DemoPerson::phone)
                .filter(Objects::nonNull)
                .toList()) {
            assertThat(util.isPossibleNumber(util.parse(phone, "GB"))).as(phone).isTrue();
        }
    }

    @Test
    void two_of_three_spokespersons_were_trained_lately_and_all_have_accounts() throws Exception {
        List<DemoSpokesperson> spokespersons = DemoScript.media().spokespersons();
        assertThat(spokespersons)
                .extracting(DemoSpokesperson::userId)
                .containsExactly("spokesperson", "director", "media")
                .isSubsetOf(DemoUsers.ALL.stream().map(DemoUser::userId).toList());
        assertThat(spokespersons)
                .filteredOn(one -> one.trainedDaysAgo() > 366)
                .extracting(DemoSpokesperson::userId)
                .containsExactly("media");
    }

    private static List<DemoPerson> people() throws Exception {
        return DemoScript.media().outlets().stream()
                .flatMap(outlet -> outlet.people().stream())
                .toList();
    }
}
