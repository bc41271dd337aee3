package io.amends.audit;

import io.amends.erasure.PersonTraces;
import io.amends.web.LikePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What auditors typed into searches, and the addresses that they opened, may tell of a person; those words go with the person (A-4). That
 * somebody opened something, and when, stays.
 */
@Component
class ReadingTraces implements PersonTraces {

    private static final String ERASED = "erased";

    /** A search finds by beginnings of words; shorter ones fit too many people to tell of one. */
    private static final int SHORTEST_BEGINNING = 5;

    private static final Pattern TYPED = Pattern.compile("[\\p{L}\\p{N}@._+-]+");

    private final JdbcClient jdbc;

    ReadingTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> count(Set<String> words) {
        int rows = told(words).size();
        return rows == 0 ? Map.of() : Map.of("reading", rows);
    }

    @Override
    public Map<String, Integer> erase(Set<String> words) {
        List<Told> told = told(words);
        told.forEach(one -> jdbc.sql("update reading set address = ?, terms = ? where id = ?")
                .params(one.address(), one.terms(), one.id())
                .update());
        return told.isEmpty() ? Map.of() : Map.of("reading", told.size());
    }

    /** A reading that tells of the person, as it is without them. */
    private record Told(long id, String address, @Nullable String terms) {}

    private List<Told> told(Set<String> words) {
        List<String> longestFirst = words.stream()
                .filter(word -> !word.isBlank())
                .flatMap(word -> List.of(word, word.replace("@", "%40")).stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        Map<Long, Told> told = new LinkedHashMap<>();
        longestFirst.stream()
                .map(ReadingTraces::like)
                .distinct()
                .flatMap(like -> candidates(like).stream())
                .forEach(row -> {
                    String address = Objects.requireNonNull(without(row.address(), longestFirst, false));
                    String terms = without(row.terms(), longestFirst, true);
                    if (!address.equals(row.address()) || !Objects.equals(terms, row.terms())) {
                        told.put(row.id(), new Told(row.id(), address, terms));
                    }
                });
        return new ArrayList<>(told.values());
    }

    private List<Told> candidates(String like) {
        return jdbc.sql("select id, address, terms from reading where lower(terms) like ? escape '!'"
                        + " or lower(address) like ? escape '!'")
                .params(like, like)
                .query((row, n) -> new Told(row.getLong("id"), row.getString("address"), row.getString("terms")))
                .list();
    }

    /** @param beginnings whether the beginning of a word tells, too, as in a search */
    private static @Nullable String without(@Nullable String text, List<String> words, boolean beginnings) {
        if (text == null) {
            return null;
        }
        String left = text;
        for (String word : words) {
            left = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(left)
                    .replaceAll(ERASED);
        }
        return beginnings
                ? TYPED.matcher(left).replaceAll(typed -> begins(typed.group(), words) ? ERASED : "$0")
                : left;
    }

    private static boolean begins(String typed, List<String> words) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return lower.length() >= SHORTEST_BEGINNING && words.stream().anyMatch(word -> word.startsWith(lower));
    }

    /** Whatever holds a word, or a beginning of it that tells. */
    private static String like(String word) {
        String beginning = word.length() <= SHORTEST_BEGINNING ? word : word.substring(0, SHORTEST_BEGINNING);
        return LikePattern.anywhere(beginning);
    }
}
