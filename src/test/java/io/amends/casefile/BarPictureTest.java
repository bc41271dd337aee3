package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.casefile.CaseDetails.Chart;
import io.amends.casefile.CaseDetails.Charts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers step by step, drawn and in a table. */
class BarPictureTest {

    @Test
    void the_highest_number_is_the_highest_bar_and_nothing_is_no_bar() {
        BarPicture picture = BarPicture.of(new Chart("Reports", "", List.of(10, 5, 0)), List.of("1", "2", "3"));
        assertThat(picture.bars()).extracting(BarPicture.Bar::height).containsExactly(78, 39, 0);
        assertThat(picture.bars()).extracting(bar -> bar.y() + bar.height()).containsOnly(98);
        assertThat(picture.inWords()).isEqualTo("Reports. 1: 10, 2: 5, 3: 0");
    }

    @Test
    void percents_are_drawn_against_the_whole() {
        assertThat(BarPicture.of(new Chart("Negative", "%", List.of(50)), List.of("1"))
                        .bars()
                        .get(0)
                        .height())
                .isEqualTo(39);
    }

    @Test
    void many_steps_stay_within_the_picture() {
        List<Integer> values = java.util.Collections.nCopies(12, 7);
        List<String> steps = values.stream().map(String::valueOf).toList();
        assertThat(BarPicture.of(new Chart("Reports", "", values), steps).bars())
                .allSatisfy(bar -> assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(BarPicture.WIDTH));
    }

    @Test
    void the_table_says_the_same_in_rows() {
        CasePage.Pictures pictures = CasePage.Pictures.of(new Charts(
                "Coverage",
                "",
                "Round",
                List.of("1", "2"),
                List.of(new Chart("Reports", "", List.of(4, 2)), new Chart("Negative", "%", List.of(75, 50)))));
        assertThat(pictures.table())
                .extracting(CasePage.Pictures.Row::numbers)
                .containsExactly(List.of("4", "75%"), List.of("2", "50%"));
    }
}
