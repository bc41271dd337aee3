package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormParserTest {

    private final FormParser parser = new FormParser(new Feel(Clock::systemUTC));
    private final FormCheck check = new FormCheck(Clock::systemUTC);

    @Test
    void what_the_server_cannot_check_is_refused_with_its_place() {
        assertRefused(
                "{\"type\":\"filepicker\",\"key\":\"scan\"}",
                "'scan': a component of type 'filepicker' cannot be checked");
        assertRefused("{\"type\":\"textfield\",\"key\":\"a.b\"}", "'a.b': its key must be a plain name");
        assertRefused(
                "{\"type\":\"textfield\",\"key\":\"a\",\"conditional\":{\"hide\":\"=if then\"}}",
                "'a': '=if then' is no FEEL expression");
        assertRefused("{\"type\":\"group\",\"id\":\"g\",\"path\":\"p\",\"components\":[]}", "a group with a path");
        assertThatThrownBy(() -> parser.parse("nothing".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("it is no JSON");
        assertThatThrownBy(() -> parser.parse("{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("no components");
    }

    @Test
    void words_for_the_customer_are_told_from_words_for_colleagues() {
        FormSchema schema =
                parse("{\"type\":\"textarea\",\"key\":\"toCustomer\",\"label\":\"To the customer\",\"properties\":"
                        + "{\"tone\":\"customer\",\"apology\":\"=fault = true\"}},"
                        + "{\"type\":\"textarea\",\"key\":\"always\",\"properties\":"
                        + "{\"tone\":\"customer\",\"apology\":\"true\"}},"
                        + "{\"type\":\"textarea\",\"key\":\"toColleagues\"}");
        Map<String, Object> sent = Map.of("toCustomer", "Hello", "always", "Sorry", "toColleagues", "Look at this");

        assertThat(check.answers(schema, sent, () -> Map.of("fault", false), 4000)
                        .words())
                .containsExactly(
                        new CustomerWords.Text(
                                "toCustomer", "To the customer", "Hello", false, CustomerWords.Audience.CUSTOMER),
                        new CustomerWords.Text("always", null, "Sorry", true, CustomerWords.Audience.CUSTOMER));
        assertThat(check.answers(schema, sent, () -> Map.of("fault", true), 4000).words().stream()
                        .map(CustomerWords.Text::apology))
                .containsExactly(true, true);
        assertThat(check.answers(schema, Map.of(), Map::of, 4000).words()).isEmpty();
    }

    @Test
    void only_a_text_can_be_marked_for_the_customer_and_in_one_way() {
        assertRefused(
                "{\"type\":\"textarea\",\"key\":\"a\",\"properties\":{\"tone\":\"customers\"}}",
                "'a': the property tone is 'customer'");
        assertRefused(
                "{\"type\":\"number\",\"key\":\"a\",\"properties\":{\"tone\":\"customer\"}}",
                "'a': the property tone is 'customer'");
    }

    @Test
    void limits_and_options_can_be_expressions() {
        FormSchema schema = parse(
                "{\"type\":\"number\",\"key\":\"amount\",\"decimalDigits\":2,\"validate\":{\"max\":\"=limit * 2\"}},"
                        + "{\"type\":\"select\",\"key\":\"who\",\"valuesExpression\":\"=people\"}");
        Map<String, Object> known = Map.of("limit", 10, "people", java.util.List.of("a", "b"));

        assertThat(check.check(schema, Map.of("amount", 20, "who", "b"), () -> known, 4000))
                .containsEntry("amount", 20.0d);
        assertThatThrownBy(() -> check.check(schema, Map.of("amount", 20.5, "who", "c"), () -> known, 4000))
                .hasMessage("amount: must be at most 20; who: is not one of its options");
    }

    @Test
    void two_fields_of_one_key_are_told_apart_by_their_conditions() {
        FormSchema schema =
                parse("{\"type\":\"radio\",\"key\":\"kind\",\"values\":[{\"value\":\"n\"},{\"value\":\"t\"}]},"
                        + "{\"type\":\"number\",\"key\":\"it\",\"conditional\":{\"hide\":\"=kind != \\\"n\\\"\"}},"
                        + "{\"type\":\"textfield\",\"key\":\"it\",\"conditional\":{\"hide\":\"=kind = \\\"n\\\"\"}}");

        assertThat(check.check(schema, Map.of("kind", "n", "it", 5), Map::of, 4000))
                .containsEntry("it", 5);
        assertThat(check.check(schema, Map.of("kind", "t", "it", "five"), Map::of, 4000))
                .containsEntry("it", "five");
        assertThatThrownBy(() -> check.check(schema, Map.of("kind", "t", "it", 5), Map::of, 4000))
                .hasMessage("it: must be text");
    }

    @Test
    void facts_are_looked_up_only_for_a_form_that_needs_them() {
        FormSchema schema = parse("{\"type\":\"textfield\",\"key\":\"a\"}");

        assertThat(check.check(
                        schema,
                        Map.of("a", "x"),
                        () -> {
                            throw new AssertionError("looked up");
                        },
                        4000))
                .containsEntry("a", "x");
    }

    @Test
    void what_a_form_computes_is_neither_unknown_nor_kept() {
        FormSchema schema = parse(
                "{\"type\":\"number\",\"key\":\"a\"},{\"type\":\"expression\",\"key\":\"double\",\"expression\":\"=a * 2\"},"
                        + "{\"type\":\"textfield\",\"key\":\"why\",\"conditional\":{\"hide\":\"=double < 10\"},\"validate\":{\"required\":true}}");

        assertThat(check.check(schema, Map.of("a", 2, "double", 999), Map::of, 4000))
                .containsOnlyKeys("a", "why");
        assertThatThrownBy(() -> check.check(schema, Map.of("a", 5, "double", 4), Map::of, 4000))
                .hasMessage("why: is required");
    }

    private FormSchema parse(String components) {
        return parser.parse(("{\"components\":[" + components + "]}").getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(String component, String message) {
        assertThatThrownBy(() -> parse(component))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
