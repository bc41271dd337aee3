package io.amends.letter;

import java.util.stream.Collectors;

/**
 * A letter in the list of all letters.
 *
 * @param title its name in words
 * @param to who gets it, in words
 * @param subject of the usual case
 */
record LetterLine(String name, String title, String purpose, String to, String when, String subject) {

    static LetterLine of(LetterAbout letter, LetterTemplates.Rendered rendered) {
        return new LetterLine(
                letter.name(),
                title(letter.name()),
                letter.purpose(),
                readers(letter),
                letter.when(),
                rendered.subject());
    }

    /** {@code closing-notice} becomes {@code Closing notice}. */
    static String title(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    static String readers(LetterAbout letter) {
        return letter.to().stream().map(LetterLine::reader).collect(Collectors.joining(", "));
    }

    private static String reader(String to) {
        return switch (to) {
            case LetterDesk.CUSTOMER -> "the customer";
            case "owner" -> "the owner of the case";
            case "worker" -> "whoever works on the step";
            case "called" -> "whoever is called out";
            default -> to.replace('-', ' ');
        };
    }
}
