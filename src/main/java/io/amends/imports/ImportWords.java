package io.amends.imports;

/** What the description of the API says of every import. */
public final class ImportWords {

    public static final String ANSWER =
            "A CSV file with a header row, as the body or as the field `file` of a form. The answer counts `rows`, and of them"
                    + " those `taken`, `known`, `joined` and `refused`, each refusal with its line, field and reason. One row"
                    + " never stops another, and the same file again changes nothing. A file that cannot be read at all is"
                    + " answered with 400.";

    public static final String SOURCE = "The system that the rows come from; ids are unique within it";

    public static final String MAPPING = "Name of a mapping, when the columns are not named like the fields here";

    private ImportWords() {}
}
