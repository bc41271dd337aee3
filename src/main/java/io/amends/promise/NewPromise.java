package io.amends.promise;

/**
 * A promise as somebody typed it in; nothing is checked yet.
 *
 * @param what in words
 * @param group who keeps it
 * @param due the day by which it is kept, such as {@code 2026-11-22}
 */
public record NewPromise(String what, String group, String due, PromisedTo to) {

    /** Names of the fields, the same on forms and on the case page. */
    public static final String WHAT = "promisedWhat";

    public static final String GROUP = "promisedGroup";
    public static final String DUE = "promisedDue";

    /** As many characters as the forms let in. */
    public static final int LONGEST = 300;
}
