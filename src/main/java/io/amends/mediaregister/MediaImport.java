package io.amends.mediaregister;

import io.amends.imports.Cells;
import io.amends.imports.ImportTarget;
import io.amends.imports.Row;
import io.amends.mediaregister.MediaKeeper.Entry;
import io.amends.mediaregister.MediaKeeper.NewPerson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rows that become outlets and their people (M-10). */
@Component
class MediaImport implements ImportTarget<Entry> {

    private static final List<String> OF_PERSONS = List.of(
            MediaFields.PERSON_ID,
            MediaFields.PERSON_NAME,
            MediaFields.ROLE,
            MediaFields.BEATS,
            MediaFields.PHONE,
            MediaFields.MAIL,
            MediaFields.LANGUAGE);

    private final MediaKeeper keeper;
    private final MediaFields fields;

    MediaImport(MediaKeeper keeper, MediaFields fields) {
        this.keeper = keeper;
        this.fields = fields;
    }

    @Override
    public String name() {
        return "media-register";
    }

    @Override
    public Set<String> fields() {
        Set<String> all = new LinkedHashSet<>(List.of(
                MediaFields.OUTLET_ID,
                MediaFields.OUTLET_NAME,
                MediaFields.OUTLET_KIND,
                MediaFields.WEBSITE,
                MediaFields.REACH));
        all.addAll(OF_PERSONS);
        return all;
    }

    @Override
    public Set<String> required() {
        return Set.of(MediaFields.OUTLET_ID, MediaFields.OUTLET_NAME);
    }

    @Override
    public int together() {
        return 200;
    }

    @Override
    public Entry read(String source, Row row) {
        Cells cells = new Cells(row);
        var outlet = fields.outlet(MediaFields.foreignId(cells, MediaFields.OUTLET_ID), cells);
        NewPerson person = OF_PERSONS.stream().anyMatch(row.fields()::containsKey)
                ? fields.person(MediaFields.foreignId(cells, MediaFields.PERSON_ID), cells)
                : null;
        cells.check();
        return new Entry(outlet, person);
    }

    @Override
    public List<Outcome> take(String source, List<Entry> rows) {
        return keeper.add(rows).stream()
                .map(became -> switch (became) {
                    case NEW -> Outcome.TAKEN;
                    case KNOWN -> Outcome.KNOWN;
                    case COMPLETED -> Outcome.JOINED;
                })
                .toList();
    }
}
