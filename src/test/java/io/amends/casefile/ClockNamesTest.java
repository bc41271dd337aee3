package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.amends.enquiry.Enquiries;
import io.amends.promise.Promises;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** What tells clocks of one kind apart. */
class ClockNamesTest {

    private static final String CASE = "MCR-2026-000001";

    private final Promises promises = mock();
    private final ObjectProvider<ClockSubjects> others = mock();
    private final ClockNames names = new ClockNames(promises, mock(Enquiries.class), others);

    @Test
    void a_clock_says_what_was_promised_in_one_line() {
        when(promises.what(17)).thenReturn(Optional.of("Bring a new\nvase"));
        assertThat(names.about(CASE, "promise-17")).contains("Bring a new vase");
        assertThat(names.title(CASE, "promise-17")).isEqualTo("Promise: Bring a new vase");
    }

    @Test
    void a_clock_says_what_the_module_behind_it_knows() {
        ClockSubjects ways = (caseNumber, rule, number) -> Optional.of("press release");
        when(others.stream()).thenAnswer(asked -> Stream.of(ways));
        assertThat(names.about(CASE, "speak-2")).contains("press release");
        assertThat(names.title(CASE, "speak-2")).isEqualTo("Speaking: press release");
    }

    @Test
    void a_mere_count_is_about_nothing() {
        assertThat(names.about(CASE, "approval-2")).isEmpty();
        assertThat(names.title(CASE, "approval-2")).isEqualTo("Approval of proposal 2");
        assertThat(names.about(CASE, "first-contact")).isEmpty();
    }
}
