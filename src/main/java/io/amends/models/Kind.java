package io.amends.models;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of models that have versions. */
enum Kind {
    PROCESS("process", "Process", "Processes", ".bpmn", "ACT_RE_PROCDEF", true),
    TABLE("table", "Table", "Tables", ".dmn", "ACT_RE_DECISION_DEF", true),
    FORM("form", "Form", "Forms", ".form", "ACT_RE_CAMFORMDEF", false);

    private final String code;
    private final String word;
    private final String plural;
    private final String ending;
    private final String table;
    private final boolean named;

    Kind(String code, String word, String plural, String ending, String table, boolean named) {
        this.code = code;
        this.word = word;
        this.plural = plural;
        this.ending = ending;
        this.table = table;
        this.named = named;
    }

    static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** The kind of a file. */
    static Optional<Kind> ofFile(String name) {
        return Arrays.stream(values())
                .filter(kind -> name.endsWith(kind.ending))
                .findFirst();
    }

    /** As it stands in addresses. */
    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    public String plural() {
        return plural;
    }

    /** Of its files' names. */
    String ending() {
        return ending;
    }

    /** The engine's table of its definitions. */
    String table() {
        return table;
    }

    /** Whether the engine keeps a name beside the key. */
    boolean named() {
        return named;
    }
}
