package io.amends.web;

/**
 * What somebody typed as the pattern of a condition {@code like ? escape '!'}: signs that stand for others there mean themselves. Case
 * is left as it is.
 */
public final class LikePattern {

    private LikePattern() {}

    /** Whatever begins with it. */
    public static String beginning(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** Whatever has it anywhere. */
    public static String anywhere(String text) {
        return "%" + beginning(text);
    }
}
