package io.amends.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

class SentNameTest {

    @Test
    void of_a_path_only_the_name_counts() {
        assertThat(SentName.last("C:\\mine\\a.bpmn")).isEqualTo("a.bpmn");
        assertThat(SentName.last("../../a.bpmn")).isEqualTo("a.bpmn");
        assertThat(SentName.last("a.bpmn")).isEqualTo("a.bpmn");
    }

    @Test
    void where_no_file_came_there_is_no_name() {
        assertThat(SentName.of(null)).isEmpty();
        assertThat(SentName.of(new MockMultipartFile("file", new byte[0]))).isEmpty();
        assertThat(SentName.of(new MockMultipartFile("file", "mine/a.dmn", null, new byte[0])))
                .isEqualTo("a.dmn");
    }
}
