package io.amends.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about each letter agrees with its templates and with the diagrams that send it. */
class LetterCatalogTest {

    private static final Path LETTERS = Path.of("src/main/resources/letters");
    private static final Pattern SENT = Pattern.compile(
            "<camunda:inputOutput>(?:(?!</camunda:inputOutput>).)*?</camunda:inputOutput>", Pattern.DOTALL);
    private static final Pattern LETTER = Pattern.compile("inputParameter name=\"letter\">([a-z-]+)<");
    private static final Pattern TO = Pattern.compile("inputParameter name=\"to\">([^<]+)<");
    private static final Pattern EXPRESSION = Pattern.compile("[$]\\{([^}]*)}|if=\"[$]\\{([^}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("(?<![.'#\\w])([a-z]\\w*)(?![\\w('])");

    /** Said by every letter's frame, and what an expression consists of. */
    private static final Set<String> NOT_OF_A_LETTER = Set.of(
            "and",
            "caseNumber",
            "content",
            "file",
            "foot",
            "language",
            "line",
            "links",
            "not",
            "null",
            "one",
            "or",
            "publicUrl",
            "replyTo",
            "title",
            "true",
            "variables");

    static List<LetterAbout> letters() {
        return LettersOfTheHouse.CATALOG.all();
    }

    @Test
    void every_letter_is_told_of() throws IOException {
        try (Stream<Path> folders = Files.list(LETTERS)) {
            assertThat(letters())
                    .extracting(LetterAbout::name)
                    .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
        assertThat(letters()).allSatisfy(letter -> {
            assertThat(letter.purpose()).isNotBlank().endsWith(".");
            assertThat(letter.when()).isNotBlank().endsWith(".");
            assertThat(letter.to()).isNotEmpty();
        });
    }

    @Test
    void who_gets_a_letter_that_nobody_asked_for_can_say_never_again() {
        assertThat(letters()).filteredOn(LetterAbout::outreach).isNotEmpty().allSatisfy(letter -> {
            assertThat(letter.to()).containsExactly(LetterDesk.CUSTOMER);
            assertThat(letter.links()).contains("NEVER_CONTACT");
        });
    }

    @Test
    void letters_go_to_whom_the_diagrams_send_them() throws IOException {
        Map<String, Set<String>> sent = new TreeMap<>();
        try (Stream<Path> diagrams = Files.walk(Path.of("processes"))) {
            for (Path diagram :
                    (Iterable<Path>) diagrams.filter(file -> file.toString().endsWith(".bpmn"))::iterator) {
                SENT.matcher(Files.readString(diagram)).results().forEach(inputs -> {
                    Matcher letter = LETTER.matcher(inputs.group());
                    Matcher to = TO.matcher(inputs.group());
                    if (letter.find()) {
                        sent.computeIfAbsent(letter.group(1), name -> new TreeSet<>())
                                .add(to.find() ? to.group(1) : LetterDesk.CUSTOMER);
                    }
                });
            }
        }
        assertThat(sent).isNotEmpty();
        sent.forEach((letter, to) -> {
            // whom an expression names is decided by a table
            if (to.stream().noneMatch(one -> one.startsWith("$"))) {
                assertThat(LettersOfTheHouse.CATALOG.find(letter).orElseThrow().to())
                        .as(letter)
                        .containsExactlyInAnyOrderElementsOf(to);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("letters")
    void its_sample_fills_all_that_its_templates_say_and_nothing_else(LetterAbout letter) throws IOException {
        Set<String> said = new TreeSet<>();
        for (String file : List.of("en.html", "en.txt", "zh.html", "zh.txt")) {
            said.addAll(
                    variables(Files.readString(LETTERS.resolve(letter.name()).resolve(file))));
        }
        Set<String> filled = new HashSet<>(letter.sample().keySet());
        letter.shapes().values().forEach(shape -> filled.addAll(shape.keySet()));
        Set<String> known = new HashSet<>(filled);
        known.addAll(LettersOfTheHouse.CATALOG.usual().keySet());

        assertThat(known).containsAll(said);
        // said by the foot of every letter
        said.addAll(List.of("ownerName", "caseNumber"));
        if (letter.to().contains("media")) {
            said.addAll(List.of("pressDesk", "pressPhone"));
        }
        assertThat(said).containsAll(filled);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void its_links_are_those_that_its_templates_use(LetterAbout letter) throws IOException {
        String all = Files.readString(LETTERS.resolve(letter.name()).resolve("en.html"))
                + (letter.toCustomer() ? Files.readString(LETTERS.resolve("foot.en.html")) : "");
        Set<String> used = Arrays.stream(LinkPurpose.values())
                .map(LinkPurpose::name)
                .filter(purpose -> all.contains("links['" + purpose + "']"))
                .collect(Collectors.toSet());
        used.retainAll(letter.links());
        assertThat(letter.links()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(letter.links().isEmpty()).isNotEqualTo(letter.toCustomer());
    }

    private static Set<String> variables(String template) {
        Set<String> names = new TreeSet<>();
        EXPRESSION.matcher(template).results().forEach(expression -> {
            String bare = (expression.group(1) == null ? expression.group(2) : expression.group(1))
                    .replaceAll("'[^']*'", "''");
            VARIABLE.matcher(bare).results().forEach(name -> names.add(name.group(1)));
        });
        names.removeAll(NOT_OF_A_LETTER);
        return names;
    }
}
