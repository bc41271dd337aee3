package io.amends.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in the archive of the set lead nowhere else. */
class SafePathTest {

    @Test
    void the_archive_is_a_folder_of_models() {
        assertThat(SafePath.inFolder("approval/approval.bpmn")).hasValue("processes/approval/approval.bpmn");
        assertThat(SafePath.inFolder("approval/remedy-authority.dmn"))
                .hasValue("processes/approval/remedy-authority.dmn");
        assertThat(SafePath.inFolder("approval/approve-remedy.form")).hasValue("forms/approval/approve-remedy.form");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.bpmn",
                "a/../../x.bpmn",
                "/etc/x.form",
                "C:\\x.dmn",
                "a//x.bpmn",
                "a/..x.bpmn",
                ".x.form",
                "a/x.sh",
                "a\nb.dmn"
            })
    void a_name_that_leads_elsewhere_is_left_out(String name) {
        assertThat(SafePath.inFolder(name)).isEmpty();
    }
}
