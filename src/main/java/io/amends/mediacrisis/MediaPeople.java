package io.amends.mediacrisis;

import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of the media we are in contact with over a crisis. */
@Component
class MediaPeople {

    private static final String JOURNALIST = "journalist";

    private final MediaRegister register;
    private final WaysToSpeak ways;
    private final Statements statements;
    private final JdbcClient jdbc;

    MediaPeople(MediaRegister register, WaysToSpeak ways, Statements statements, JdbcClient jdbc) {
        this.register = register;
        this.ways = ways;
        this.statements = statements;
        this.jdbc = jdbc;
    }

    /** Whoever asked or reported, the other journalists of their outlets, and whoever we wrote to or spoke with; each once. */
    List<MediaPerson> inContact(MediaCrisis crisis) {
        Map<String, MediaPerson> people = new LinkedHashMap<>();
        of(crisis, "person_id").forEach(id -> register.person(id).ifPresent(it -> people.put(it.id(), it)));
        of(crisis, "outlet_id").forEach(outlet -> register.peopleOf(outlet).stream()
                .filter(person -> person.role().equals(JOURNALIST))
                .forEach(person -> people.putIfAbsent(person.id(), person)));
        statements.toldTo(crisis.caseNumber()).forEach(id -> register.person(id)
                .ifPresent(it -> people.putIfAbsent(it.id(), it)));
        for (int version = 1; version <= crisis.messageVersion(); version++) {
            ways.ways(crisis.caseNumber(), version).stream()
                    .flatMap(way -> way.recipients().stream())
                    .forEach(id -> register.person(id).ifPresent(it -> people.putIfAbsent(it.id(), it)));
        }
        return List.copyOf(people.values());
    }

    private List<String> of(MediaCrisis crisis, String column) {
        return jdbc.sql("select distinct " + column + " from media_event where case_number = ? and " + column
                        + " is not null order by " + column)
                .param(crisis.caseNumber())
                .query(String.class)
                .list();
    }

    /** As people write it: the name and where they work. */
    static String words(MediaPerson person) {
        return person.name() + ", " + person.outletName();
    }
}
