package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {

    @TempDir
    Path folder;

    @Test
    void names_start_below_processes_and_forms_and_are_sorted() throws Exception {
        write("processes/b/b.bpmn");
        write("processes/a/a.dmn");
        write("processes/calendar.yaml");
        write("forms/b/x.form");
        write("forms/b/readme.md");

        assertThat(ModelFiles.read(folder).keySet()).containsExactly("a/a.dmn", "b/b.bpmn", "b/x.form");
    }

    @Test
    void a_missing_folder_is_said_in_so_many_words() {
        assertThatThrownBy(() -> ModelFiles.read(folder.resolve("nowhere")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("There is no folder")
                .hasMessageContaining("nowhere")
                .hasMessageContaining("amends.models");
    }

    @Test
    void an_empty_folder_is_said_in_so_many_words() throws Exception {
        Files.createDirectories(folder.resolve("processes"));
        Files.createDirectories(folder.resolve("forms"));

        assertThatThrownBy(() -> ModelFiles.read(folder))
                .hasMessageContaining("No .bpmn file is below processes/ in " + folder);
        write("processes/a/a.bpmn");
        assertThatThrownBy(() -> ModelFiles.read(folder)).hasMessageContaining("No .form file is below forms/");
    }

    private void write(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, "x".getBytes(StandardCharsets.UTF_8));
    }
}
