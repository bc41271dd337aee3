package io.amends.letter;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * To whom a letter goes and what it can say.
 *
 * @param mail null when nobody knows an address: the letter is then recorded as such and a person reaches the customer another way
 * @param language {@code en} or {@code zh-CN}
 * @param model variables of the template; text is escaped there
 * @param links purposes of the links that the template may use
 */
public record Addressee(
        String name, @Nullable String mail, String language, Map<String, Object> model, Set<LinkPurpose> links) {}
