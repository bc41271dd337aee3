package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What counts after a restart: what the application brings, or what people deployed since. */
class StartChoiceTest {

    private static final Map<String, String> BEFORE = StartChoice.hashes(files("a", "1", "b", "1"));

    @Test
    void nothing_known_of_the_last_start_lets_the_application_decide() {
        assertThat(choice(Map.of(), files("a", "1"), files("a", "2", "c", "1"))).isEqualTo("a=1");
    }

    @Test
    void what_the_application_brings_as_before_stays_as_people_left_it() {
        assertThat(choice(BEFORE, files("a", "1", "b", "1"), files("a", "mine", "b", "1")))
                .isEqualTo("a=mine b=1");
    }

    @Test
    void what_it_brings_anew_counts_where_people_changed_nothing() {
        assertThat(choice(BEFORE, files("a", "2", "b", "1"), files("a", "1", "b", "mine")))
                .isEqualTo("a=2 b=mine");
    }

    @Test
    void what_both_changed_stays_as_people_left_it_and_is_said() {
        StartChoice choice = StartChoice.of(BEFORE, Set.of(), files("a", "2", "b", "1"), files("a", "mine", "b", "1"));

        assertThat(told(choice)).isEqualTo("a=mine b=1");
        assertThat(choice.kept()).containsExactly("a");
    }

    @Test
    void it_is_said_at_every_start_until_the_two_are_one() {
        Map<String, String> then = StartChoice.hashes(files("a", "2", "b", "1"));

        assertThat(StartChoice.of(then, Set.of("a"), files("a", "2", "b", "1"), files("a", "mine", "b", "1"))
                        .kept())
                .containsExactly("a");
        assertThat(StartChoice.of(then, Set.of("a"), files("a", "2", "b", "1"), files("a", "2", "b", "1"))
                        .kept())
                .isEmpty();
    }

    @Test
    void files_of_people_stay_and_files_that_the_application_gave_up_go() {
        assertThat(choice(BEFORE, files("a", "1"), files("a", "1", "b", "1", "c", "mine")))
                .isEqualTo("a=1 c=mine");
        assertThat(choice(BEFORE, files("a", "1"), files("a", "1", "b", "mine")))
                .isEqualTo("a=1 b=mine");
    }

    @Test
    void a_new_file_of_the_application_comes_in() {
        assertThat(choice(BEFORE, files("a", "1", "b", "1", "c", "1"), files("a", "mine", "b", "1")))
                .isEqualTo("a=mine b=1 c=1");
    }

    private static String choice(
            Map<String, String> offered, SortedMap<String, byte[]> brought, SortedMap<String, byte[]> current) {
        return told(StartChoice.of(offered, Set.of(), brought, current));
    }

    private static String told(StartChoice choice) {
        StringBuilder told = new StringBuilder();
        choice.files().forEach((name, content) -> told.append(told.isEmpty() ? "" : " ")
                .append(name)
                .append('=')
                .append(new String(content, StandardCharsets.UTF_8)));
        return told.toString();
    }

    private static SortedMap<String, byte[]> files(String... namesAndContents) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put(namesAndContents[i], namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }
}
