package io.amends.tone;

import java.util.List;

/**
 * Something that a customer would rather hear in other words.
 *
 * @param found the words as they stand in the text, each once, never empty
 * @param rather what to say instead
 * @param because why, one sentence
 * @param language of {@code rather} and {@code because}: {@code en} or {@code zh}
 */
public record Remark(List<String> found, String rather, String because, String language) {}
