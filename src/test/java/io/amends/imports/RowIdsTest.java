package io.amends.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowIdsTest {

    @Test
    void identical_rows_are_numbered_and_the_same_file_gives_the_same_ids() {
        var first = new RowIds();
        var second = new RowIds();

        assertThat(first.next(List.of("a", "b")))
                .isEqualTo(second.next(List.of("a", "b")))
                .hasSize(32);
        assertThat(first.next(List.of("a", "b"))).endsWith("-2");
        assertThat(first.next(List.of("ab", ""))).doesNotContain("-");
        assertThat(first.next(List.of("a", "b"))).endsWith("-3");
    }

    @Test
    void many_rows_keep_their_own_ids() {
        var ids = new RowIds();
        var all = new HashSet<String>();
        for (var i = 0; i < 50_000; i++) {
            all.add(ids.next(List.of(String.valueOf(i))));
        }

        assertThat(all).hasSize(50_000).noneMatch(id -> id.contains("-"));
        assertThat(ids.next(List.of("17"))).endsWith("-2");
    }
}
