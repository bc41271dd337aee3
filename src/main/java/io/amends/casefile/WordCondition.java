package io.amends.casefile;

import io.amends.web.LikePattern;
import java.util.List;

/**
 * That a case {@code f} of the register has a word beginning with the one searched for. A whole mail address is looked up as it is, for
 * thousands may begin alike; only one that no case has is taken for a beginning.
 *
 * @param sql a condition on {@code case_file f}
 * @param params of it, in order
 */
public record WordCondition(String sql, List<Object> params) {

    private static final String BEGINS =
            "select w.case_number from case_word w where w.stem = ? and w.word like ? escape '!'";
    private static final String IS = "select e.case_number from case_word e where e.stem = ? and e.word = ?";

    /** @param word one of {@link SearchWords#asked} */
    public static WordCondition of(String word) {
        String stem = SearchWords.stem(word);
        if (word.indexOf('@') < 0) {
            return new WordCondition("f.case_number in (" + BEGINS + ")", List.of(stem, LikePattern.beginning(word)));
        }
        return new WordCondition(
                "f.case_number in (" + IS + " union all " + BEGINS + " and not exists (" + IS + "))",
                List.of(stem, word, stem, LikePattern.beginning(word), stem, word));
    }
}
