package io.amends.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.casefile.CaseTable;
import io.amends.casefile.CaseTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares what was sealed with what the database says now. It looks at the tables and columns that the document has, so that a release which
 * adds some leaves old seals whole.
 */
@Component
class RecordCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CaseTables register;
    private final CaseRows rows;
    private final SealTable seals;
    private final DueTable due;

    RecordCheck(CaseTables register, CaseRows rows, SealTable seals, DueTable due) {
        this.register = register;
        this.rows = rows;
        this.seals = seals;
        this.due = due;
    }

    /** The first thing that differs, in the order of the register. */
    Optional<Broken> differs(Seal seal) {
        JsonNode document = read(Objects.requireNonNull(seal.document()));
        boolean known = due.known(seal.caseNumber());
        if (document.has("deleted")) {
            return known
                    ? Optional.of(Broken.row(
                            seal,
                            "added-row",
                            "case_file",
                            seal.caseNumber(),
                            "The case was deleted, and yet it is there."))
                    : Optional.empty();
        }
        if (!known) {
            return Optional.of(Broken.row(
                    seal,
                    "missing-case",
                    "case_file",
                    seal.caseNumber(),
                    "The case is gone, and nothing in the chain says that it was deleted."));
        }
        Optional<String> key = seals.key(seal.caseNumber());
        if (key.isEmpty()) {
            return Optional.of(
                    Broken.row(
                            seal,
                            "missing-key",
                            "seal_key",
                            seal.caseNumber(),
                            "The key of what is sealed about people is gone, and nothing in the chain says that they were erased."));
        }
        Commitment commitment = new Commitment(key.get());
        List<String> processes = rows.processes(seal.caseNumber());
        for (CaseTable table : register.tables()) {
            JsonNode sealed = document.path("tables").path(table.name());
            if (sealed.isObject()) {
                Optional<Broken> broken =
                        differs(seal, table, sealed, rows.of(table, seal.caseNumber(), processes), commitment);
                if (broken.isPresent()) {
                    return broken;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Broken> differs(
            Seal seal, CaseTable table, JsonNode sealed, List<CaseRow> now, Commitment commitment) {
        List<String> columns = texts(sealed.path("columns"));
        List<Integer> key =
                texts(sealed.path("key")).stream().map(columns::indexOf).toList();
        Map<String, CaseRow> found = new LinkedHashMap<>();
        now.forEach(row -> found.put(row.key(), row));
        for (JsonNode row : sealed.path("rows")) {
            String name =
                    String.join("/", key.stream().map(i -> row.path(i).asText()).toList());
            CaseRow there = found.remove(name);
            if (there == null) {
                return Optional.of(Broken.row(
                        seal,
                        "missing-row",
                        table.name(),
                        name,
                        "A row of " + table.name() + " is gone: " + name + "."));
            }
            for (int i = 0; i < columns.size(); i++) {
                Optional<Broken> broken = differs(seal, table, there, columns.get(i), row.path(i), commitment);
                if (broken.isPresent()) {
                    return broken;
                }
            }
        }
        return found.keySet().stream()
                .findFirst()
                .map(name -> Broken.row(
                        seal,
                        "added-row",
                        table.name(),
                        name,
                        "A row of " + table.name() + " was added after the case was sealed: " + name + "."));
    }

    private static Optional<Broken> differs(
            Seal seal, CaseTable table, CaseRow row, String column, JsonNode sealed, Commitment commitment) {
        if (!row.values().containsKey(column)) {
            // a release gave it up
            return Optional.empty();
        }
        String now = row.values().get(column);
        boolean personal = sealed.isObject();
        boolean same = personal
                ? now != null
                        && Objects.equals(
                                commitment
                                        .to(table.name(), row.key(), column, now)
                                        .get(Commitment.NAME),
                                sealed.path(Commitment.NAME).asText())
                : Objects.equals(now, text(sealed));
        if (same) {
            return Optional.empty();
        }
        String place = table.name() + ", row " + row.key() + ", column " + column;
        return Optional.of(Broken.value(
                seal,
                table.name(),
                row.key(),
                column,
                personal ? null : text(sealed),
                personal || row.personal().contains(column) ? null : now,
                "A value is not the one that was sealed: " + place + "."));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.asText();
    }

    private static JsonNode read(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record whose hash is right cannot be read", e);
        }
    }
}
