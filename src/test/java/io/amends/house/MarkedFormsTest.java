package io.amends.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** T-2, M-8: whatever staff write and a customer or the media read is marked in its form, and nothing else is. */
class MarkedFormsTest {

    /** What a customer reads in a letter, or on the page that each letter leads to. */
    private static final Map<String, Set<String>> READ_BY_THE_CUSTOMER = Map.ofEntries(
            Map.entry("acknowledge-by-phone", Set.of("promisedWhat")),
            Map.entry("ask-by-phone", Set.of("promisedWhat")),
            Map.entry("call-dissatisfied-customer", Set.of("promisedWhat")),
            Map.entry("confirm-reason", Set.of("promisedWhat")),
            Map.entry("contact-customer", Set.of("promisedWhat", "settlement")),
            Map.entry("investigate-cause", Set.of("customerQuestion")),
            Map.entry("keep-promise", Set.of("movedReason")),
            Map.entry("make-call", Set.of("promisedWhat")),
            Map.entry("make-courtesy-call", Set.of("promisedWhat")),
            Map.entry("manager-calls-customer", Set.of("promisedWhat")),
            Map.entry("offer-by-phone", Set.of("promisedWhat")),
            Map.entry("prepare-offer", Set.of("offerWords", "promisedWhat")),
            Map.entry("propose-remedy", Set.of("explanation", "action1", "action2", "action3")),
            Map.entry("read-mail", Set.of("promisedWhat")),
            Map.entry("reactivate-customer", Set.of("promisedWhat")),
            Map.entry("reach-customer", Set.of("promisedWhat")),
            Map.entry("talk-to-customer", Set.of("promisedWhat")),
            Map.entry("write-final-response", Set.of("finalDecision", "finalReason", "turnTo")));

    /** What the media read in a letter of the house. */
    private static final Map<String, Set<String>> READ_BY_THE_MEDIA = Map.of(
            "go-to-editor", Set.of("correctionWords"),
            "set-messages", Set.of("messages"),
            "take-up-with-journalist", Set.of("correctionWords"),
            "write-statement", Set.of("statementKnow", "statementDoing", "statementKnowZh", "statementDoingZh"),
            "write-text", Set.of("headline", "pressText", "headlineZh", "pressTextZh"),
            "write-update", Set.of("updateText"),
            "write-last-word", Set.of("updateText"));

    private static final Pattern SAYS_SO =
            Pattern.compile("word for word|to the customer in a letter|on the customer's page|go into the letter");

    @Test
    void the_marked_fields_are_those_that_a_customer_reads() throws IOException {
        assertThat(fields(
                        field -> field.path("properties").path("tone").asText().equals("customer")))
                .isEqualTo(new TreeMap<>(READ_BY_THE_CUSTOMER));
    }

    @Test
    void the_fields_marked_for_the_media_are_those_that_they_read() throws IOException {
        assertThat(fields(
                        field -> field.path("properties").path("tone").asText().equals("media")))
                .isEqualTo(new TreeMap<>(READ_BY_THE_MEDIA));
    }

    @Test
    void a_field_whose_help_says_that_the_customer_reads_it_is_marked() throws IOException {
        assertThat(fields(field ->
                        SAYS_SO.matcher(field.path("description").asText()).find()))
                .allSatisfy((form, fields) ->
                        assertThat(READ_BY_THE_CUSTOMER.get(form)).as(form).containsAll(fields));
    }

    private static Map<String, Set<String>> fields(Predicate<JsonNode> wanted) throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path file : Models.forms()) {
            Set<String> keys = new TreeSet<>();
            collect(new ObjectMapper().readTree(file.toFile()), wanted, keys);
            if (!keys.isEmpty()) {
                found.put(Models.baseName(file), keys);
            }
        }
        return found;
    }

    private static void collect(JsonNode component, Predicate<JsonNode> wanted, Set<String> keys) {
        if (wanted.test(component)) {
            keys.add(component.path("key").asText());
        }
        component.path("components").forEach(child -> collect(child, wanted, keys));
    }
}
