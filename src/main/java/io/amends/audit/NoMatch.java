package io.amends.audit;

import io.amends.casefile.SearchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why a search found nothing though each of its fields can be understood: what no case fits, or which two no case fits at once. */
@Component
class NoMatch {

    private static final int MOST = 6;

    private final SearchReader reader;
    private final CaseSelection cases;
    private final DeskNames names;

    NoMatch(SearchReader reader, CaseSelection cases, DeskNames names) {
        this.reader = reader;
        this.cases = cases;
        this.names = names;
    }

    /** In sentences without a stop; at least one. */
    List<String> why(AuditSearch search) {
        Map<String, String> fields = search.fields();
        List<String> given = List.copyOf(fields.keySet());
        List<String> met = new ArrayList<>();
        List<String> why = new ArrayList<>();
        for (String field : given) {
            if (some(search, Set.of(field))) {
                met.add(field);
            } else {
                why.add(field.equals("text") ? words(search) : said(fields, field) + ": no case fits this");
            }
        }
        for (int one = 0; one < met.size() && why.size() < MOST; one++) {
            for (int other = one + 1; other < met.size() && why.size() < MOST; other++) {
                if (!some(search, Set.of(met.get(one), met.get(other)))) {
                    why.add(said(fields, met.get(one)) + " and " + said(fields, met.get(other))
                            + ": no case fits both");
                }
            }
        }
        return why.isEmpty()
                ? List.of("Any two of these fit some case, yet no case fits all of them: "
                        + given.stream().map(field -> said(fields, field)).collect(Collectors.joining(", ")))
                : why;
    }

    /** Of several words the one that stands nowhere is named. */
    private String words(AuditSearch search) {
        String text = search.fields().getOrDefault("text", "");
        List<String> nowhere = SearchWords.asked(text).stream()
                .filter(word -> cases.page(reader.read(search.withText(word)).criteria(), null, 1)
                        .isEmpty())
                .map(word -> "“" + word + "”")
                .toList();
        String which = nowhere.isEmpty()
                ? "no case has all of these words"
                : "no case has a word that begins with " + String.join(" or ", nowhere);
        return names.said("text", text) + ": " + which
                + "; words of three letters and more are found in number, name, mail, subject, product and what was told";
    }

    private boolean some(AuditSearch search, Set<String> fields) {
        SearchReader.Understood understood = reader.read(search.only(fields));
        return !cases.page(understood.criteria(), null, 1).isEmpty();
    }

    private String said(Map<String, String> fields, String field) {
        return names.said(field, fields.getOrDefault(field, ""));
    }
}
