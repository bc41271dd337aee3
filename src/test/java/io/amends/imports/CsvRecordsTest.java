package io.amends.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

    @Test
    void a_byte_order_mark_and_any_line_end_are_read() throws IOException {
        assertThat(cells("\uFEFFa,b\r\n1,2\n3,4\r5,6"))
                .containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("3", "4"), List.of("5", "6"));
    }

    @Test
    void quotes_hold_commas_quotes_and_line_breaks() throws IOException {
        assertThat(cells("\"a,b\",\"say \"\"hi\"\"\"\r\n\"two\r\nlines\",x\r\n"))
                .containsExactly(List.of("a,b", "say \"hi\""), List.of("two\nlines", "x"));
    }

    @Test
    void a_quote_inside_a_bare_cell_is_text() throws IOException {
        assertThat(cells("6\" pipe,x\ny,z")).containsExactly(List.of("6\" pipe", "x"), List.of("y", "z"));
    }

    @Test
    void lines_are_counted_as_an_editor_does() throws IOException {
        assertThat(records("a\n\n\"x\ny\"\nb", StandardCharsets.UTF_8))
                .extracting(CsvRecord::line)
                .containsExactly(1L, 3L, 5L);
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_line_only() throws IOException {
        var records = records("a,b\n\"open,1\n2,3\n4,5", StandardCharsets.UTF_8);

        assertThat(records).extracting(CsvRecord::line).containsExactly(1L, 2L, 3L, 4L);
        assertThat(records.get(1).fault()).contains("never closed");
        assertThat(records.get(3).cells()).containsExactly("4", "5");
    }

    @Test
    void text_after_a_closing_quote_costs_its_own_line_only() throws IOException {
        var records = records("\"a,1\nb,\"c\"\nd,2", StandardCharsets.UTF_8);

        assertThat(records.get(0).fault()).contains("after a closing quote");
        assertThat(records.get(1).cells()).containsExactly("b", "c");
        assertThat(records.get(2).line()).isEqualTo(3);
    }

    @Test
    void bytes_that_are_no_text_cost_their_own_line_only() throws IOException {
        var records = records("caf\u00e9,1\nb,2", StandardCharsets.ISO_8859_1);

        assertThat(records.get(0).fault()).contains("character set");
        assertThat(records.get(1).cells()).containsExactly("b", "2");
    }

    @Test
    void a_line_without_an_end_is_not_read_into_memory() throws IOException {
        var records = records("x".repeat(3_000_000) + "\nb,2", StandardCharsets.UTF_8);

        assertThat(records.get(0).fault()).contains("longer than");
        assertThat(records.get(1).cells()).containsExactly("b", "2");
    }

    @Test
    void a_cell_that_looks_like_a_formula_is_text() throws IOException {
        assertThat(cells("=1+1,@x")).containsExactly(List.of("=1+1", "@x"));
    }

    private static List<List<String>> cells(String text) throws IOException {
        return records(text, StandardCharsets.UTF_8).stream()
                .map(CsvRecord::cells)
                .toList();
    }

    private static List<CsvRecord> records(String text, Charset written) throws IOException {
        var records = new ArrayList<CsvRecord>();
        try (var reader = new CsvRecords(new ByteArrayInputStream(text.getBytes(written)), StandardCharsets.UTF_8)) {
            for (var next = reader.next(); next != null; next = reader.next()) {
                records.add(next);
            }
        }
        return records;
    }
}
