package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListedChoicesTest {

    @Test
    void what_a_start_form_lists_stands_in_the_form_itself_also_within_a_group() throws Exception {
        assertThat(filled("""
                        {"components": [{"type": "group", "components": [
                            {"type": "select", "key": "outlet", "valuesKey": "outlets"},
                            {"type": "select", "key": "tone", "values": [{"label": "Neutral", "value": "neutral"}]},
                            {"type": "select", "key": "other", "valuesKey": "notOurs"}]}]}""")).isEqualToIgnoringWhitespace("""
                        {"components": [{"type": "group", "components": [
                            {"type": "select", "key": "outlet", "values": [{"value": "O-1"}]},
                            {"type": "select", "key": "tone", "values": [{"label": "Neutral", "value": "neutral"}]},
                            {"type": "select", "key": "other", "valuesKey": "notOurs"}]}]}""");
    }

    private static String filled(String form) throws Exception {
        byte[] filled = ListedChoices.in(
                form.getBytes(StandardCharsets.UTF_8), Map.of("outlets", List.of(Map.of("value", "O-1"))));
        return new String(filled, StandardCharsets.UTF_8);
    }
}
