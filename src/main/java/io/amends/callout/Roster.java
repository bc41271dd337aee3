package io.amends.callout;

import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is called out for each role, and in which order (M-3). */
@Service
public class Roster {

    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()/-]{2,39}");

    private final RosterTable table;
    private final People people;
    private final Clock clock;

    Roster(RosterTable table, People people, Clock clock) {
        this.table = table;
        this.people = people;
        this.clock = clock;
    }

    /** User ids in the order of calling: the role's line without accounts that are gone; while it has nobody, the role's group by name. */
    List<String> toCall(CallOutRole role) {
        List<String> line = table.line(role).stream().filter(this::isThere).toList();
        return line.isEmpty() ? standIns(role).stream().map(Person::userId).toList() : line;
    }

    /** Who is called while nobody stands on the line. */
    List<Person> standIns(CallOutRole role) {
        return people.members(role.group()).stream()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::userId))
                .toList();
    }

    /** Whom the roster leads to for this role and for another one, so that one of the two approvals finds nobody (M-9). */
    List<Twice> twice(CallOutRole role) {
        List<String> called = role.approves() ? toCall(role) : List.of();
        if (called.isEmpty()) {
            return List.of();
        }
        String first = called.get(0);
        return Stream.of(CallOutRole.values())
                .filter(other -> other != role && other.approves())
                .filter(other -> {
                    List<String> there = toCall(other);
                    return there.contains(first)
                            && (called.size() == 1 || there.get(0).equals(first));
                })
                .map(other -> new Twice(first, other))
                .toList();
    }

    /** Other roles for which whoever is called first for this one is called first, too; those that {@link #twice} names are left out. */
    List<Twice> firstToo(CallOutRole role) {
        return toCall(role).stream()
                .limit(1)
                .flatMap(first -> Stream.of(CallOutRole.values())
                        .filter(other -> other != role && !(other.approves() && role.approves()))
                        .filter(other -> toCall(other).stream().limit(1).anyMatch(first::equals))
                        .map(other -> new Twice(first, other)))
                .toList();
    }

    boolean isThere(String userId) {
        return people.person(userId).isPresent();
    }

    List<String> line(CallOutRole role) {
        return table.line(role);
    }

    List<RosterTable.Change> changes(int atMost) {
        return table.changes(atMost);
    }

    /** Everybody who may stand on the role's line, by name. */
    List<Person> staff(CallOutRole role) {
        return role.groups().stream()
                .flatMap(group -> people.members(group).stream())
                .distinct()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::userId))
                .toList();
    }

    /**
     * Puts somebody at the end of a role's line; does nothing for whoever stands there.
     *
     * @param role its code
     * @param who user id of whoever changes it
     * @return whether the role is known and the person fits it
     */
    @Transactional
    public boolean add(String role, String userId, String who) {
        return CallOutRole.of(role)
                .filter(known ->
                        staff(known).stream().anyMatch(one -> one.userId().equals(userId)))
                .map(known -> {
                    List<String> line = new ArrayList<>(table.line(known));
                    if (!line.contains(userId)) {
                        line.add(userId);
                        write(known, line, userId, "added", who);
                    }
                    return true;
                })
                .orElse(false);
    }

    @Transactional
    boolean remove(CallOutRole role, String userId, String who) {
        List<String> line = new ArrayList<>(table.line(role));
        boolean stood = line.remove(userId);
        if (stood) {
            write(role, line, userId, "removed", who);
        }
        return stood;
    }

    /** @param up one place forward, else one back; does nothing at the end of the line */
    @Transactional
    boolean move(CallOutRole role, String userId, boolean up, String who) {
        List<String> line = new ArrayList<>(table.line(role));
        int from = line.indexOf(userId);
        int to = up ? from - 1 : from + 1;
        if (from < 0) {
            return false;
        }
        if (to >= 0 && to < line.size()) {
            Collections.swap(line, from, to);
            write(role, line, userId, up ? "up" : "down", who);
        }
        return true;
    }

    /** Under which number somebody is reached at any hour; empty where nobody has written one down. */
    public Optional<String> phone(String userId) {
        return table.phone(userId);
    }

    /**
     * Writes down under which number somebody on the line is reached at any hour.
     *
     * @param phone blank to take it away
     * @return whether they stand on the line and it is a telephone number
     */
    @Transactional
    public boolean phone(String role, String userId, String phone, String who) {
        String number = phone.strip();
        return CallOutRole.of(role)
                .filter(known -> table.line(known).contains(userId))
                .filter(known -> number.isEmpty() || PHONE.matcher(number).matches())
                .map(known -> {
                    table.phone(userId, number);
                    table.keep(known, userId, "phone", who, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                    return true;
                })
                .orElse(false);
    }

    /** Whether nobody has ever put anybody on any line. */
    public boolean isUntouched() {
        return table.changes(1).isEmpty()
                && Stream.of(CallOutRole.values())
                        .allMatch(role -> table.line(role).isEmpty());
    }

    private void write(CallOutRole role, List<String> line, String userId, String what, String who) {
        table.replace(role, line);
        table.keep(role, userId, what, who, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** A person who is called first for two roles, or for one of them alone, though nobody approves for two. */
    record Twice(String userId, CallOutRole other) {}
}
