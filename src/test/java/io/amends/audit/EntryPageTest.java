package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A long time line is read page by page, forwards and backwards, and none of it is left out or shown twice. */
class EntryPageTest {

    private final List<DeskPage.Entry> all =
            IntStream.range(0, 450).mapToObj(i -> entry(i / 3, i % 3)).toList();

    @Test
    void the_first_page_begins_at_the_beginning_and_leads_on() {
        EntryPage page = EntryPage.of(all, "", "");

        assertThat(page).returns(1, EntryPage::from).returns(200, EntryPage::to).returns(450, EntryPage::total);
        assertThat(page.earlier()).isEmpty();
        assertThat(page.later()).isEqualTo(all.get(199).key());
    }

    @Test
    void pages_follow_each_other_without_a_gap_also_within_one_moment() {
        EntryPage second = EntryPage.of(all, EntryPage.of(all, "", "").later(), "");
        EntryPage third = EntryPage.of(all, second.later(), "");

        assertThat(second.entries()).isEqualTo(all.subList(200, 400));
        assertThat(third.entries()).isEqualTo(all.subList(400, 450));
        assertThat(third.later()).isEmpty();
        assertThat(EntryPage.of(all, "", third.earlier()).entries()).isEqualTo(second.entries());
    }

    @Test
    void the_last_page_is_full() {
        assertThat(EntryPage.of(all, "", EntryPage.END).entries()).isEqualTo(all.subList(250, 450));
    }

    @Test
    void what_is_no_place_begins_at_the_beginning_and_says_so() {
        EntryPage page = EntryPage.of(all, "xx", "");

        assertThat(page.from()).isEqualTo(1);
        assertThat(page.problem()).contains("“xx” is no place");
    }

    @Test
    void a_time_line_without_entries_has_no_pages() {
        assertThat(EntryPage.of(List.of(), "1.0", ""))
                .returns(0, EntryPage::from)
                .returns("", EntryPage::earlier)
                .returns("", EntryPage::later);
    }

    private static DeskPage.Entry entry(int millis, int nth) {
        return new DeskPage.Entry(
                EntryPage.key(millis, nth), "", "", "", "", "", "", "", "", false, "", "", List.of(), List.of());
    }
}
