package io.amends.audit;

import io.amends.casefile.CaseRecord;
import io.amends.casefile.PlainTime;
import io.amends.casefile.TimelineEntry;
import io.amends.casefile.Words;
import io.amends.customer.CustomerValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the record of a case into words for whoever reads it: on the page and on paper. */
@Component
class RecordWords {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT);

    private static final Duration ONE_BREATH = Duration.ofSeconds(1);

    /** What a form drew from the tables of its case. */
    private static final Map<String, String> DRAWN = Map.of(
            "facts", "what the case says of itself",
            "clockRows", "its clocks",
            "letterRows", "its letters",
            "historyRows", "what was done before",
            "letterText", "the letter that did not arrive",
            "letterFate", "why it did not");

    private final CustomerValues values;
    private final PlainTime time;
    private final Clock clock;

    RecordWords(CustomerValues values, PlainTime time, Clock clock) {
        this.values = values;
        this.time = time;
        this.clock = clock;
    }

    List<DeskPage.Entry> entries(CaseRecord record, EntryFilter filter) {
        Names names = new Names(record);
        FactWords facts = facts(record);
        List<TimelineEntry> spoken = record.entries().stream()
                .filter(entry -> entry.kind() != TimelineEntry.Kind.CHANGE || !FactWords.isTechnical(entry.what()))
                .map(facts::of)
                .toList();
        IdentityHashMap<TimelineEntry, String> keys = keys(spoken);
        List<DeskPage.Entry> entries = new ArrayList<>();
        List<TimelineEntry> together = new ArrayList<>();
        for (TimelineEntry entry : filter.of(record, spoken)) {
            if (!together.isEmpty() && !isOneBreath(together.get(together.size() - 1), entry)) {
                entries.add(folded(together, names, keys));
                together.clear();
            }
            together.add(entry);
        }
        if (!together.isEmpty()) {
            entries.add(folded(together, names, keys));
        }
        return entries;
    }

    /** Why nothing is left of a record that was narrowed. */
    List<String> whyNothing(CaseRecord record, EntryFilter filter) {
        FactWords facts = facts(record);
        return filter.whyNothing(
                record,
                record.entries().stream().map(facts::of).toList(),
                people(record).keySet());
    }

    private FactWords facts(CaseRecord record) {
        return new FactWords(record, values.currency());
    }

    /** The place of each entry: its moment, and which one of it. */
    private static IdentityHashMap<TimelineEntry, String> keys(List<TimelineEntry> entries) {
        IdentityHashMap<TimelineEntry, String> keys = new IdentityHashMap<>();
        Instant moment = Instant.MIN;
        int nth = 0;
        for (TimelineEntry entry : entries) {
            nth = entry.at().equals(moment) ? nth + 1 : 0;
            moment = entry.at();
            keys.put(entry, EntryPage.key(moment.toEpochMilli(), nth));
        }
        return keys;
    }

    /** Facts that one step recorded in one moment are one entry. */
    private static boolean isOneBreath(TimelineEntry one, TimelineEntry next) {
        return one.kind() == TimelineEntry.Kind.CHANGE
                && next.kind() == TimelineEntry.Kind.CHANGE
                && Objects.equals(one.who(), next.who())
                && Objects.equals(one.processInstanceId(), next.processInstanceId())
                && Objects.equals(one.stepId(), next.stepId())
                && Duration.between(one.at(), next.at()).compareTo(ONE_BREATH) < 0;
    }

    private DeskPage.Entry folded(
            List<TimelineEntry> together, Names names, IdentityHashMap<TimelineEntry, String> keys) {
        // a page begins after the last of them
        TimelineEntry first = together.get(0);
        String key = Objects.requireNonNull(keys.get(together.get(together.size() - 1)));
        return together.size() == 1
                ? entry(first, first.what(), List.of(), key, names)
                : entry(
                        first.changing(null, null),
                        "Recorded " + together.size() + " facts",
                        together.stream().map(this::fact).toList(),
                        key,
                        names);
    }

    private DeskPage.Fact fact(TimelineEntry entry) {
        String before = entry.before() == null ? "" : told(entry.before());
        String after = told(Words.value((Object) entry.after()));
        return before.equals(after)
                ? new DeskPage.Fact(entry.what(), "", after + ", as before")
                : new DeskPage.Fact(entry.what(), before, after);
    }

    private DeskPage.Entry entry(TimelineEntry entry, String what, List<DeskPage.Fact> facts, String key, Names names) {
        boolean told = entry.kind() != TimelineEntry.Kind.TASK && (entry.before() != null || entry.after() != null);
        String before = told ? told(Words.value((Object) entry.before())) : "";
        String after = told ? told(Words.value((Object) entry.after())) : "";
        // in seconds, or in words, two values may be the same
        boolean changed = told && !before.equals(after);
        return new DeskPage.Entry(
                key,
                local(entry.at()),
                utc(entry.at()),
                names.of(entry.who()),
                entry.kind().code(),
                entry.kind().label(),
                told && !changed ? what + ", as before: " + after : what,
                changed ? before : "",
                changed ? after : "",
                changed,
                Objects.requireNonNullElse(entry.process(), ""),
                Objects.requireNonNullElse(entry.step(), ""),
                entry.details().stream()
                        .map(it -> new TimelineEntry.Detail(it.name(), told(it.value())))
                        .toList(),
                facts);
    }

    /** Whom the record can be narrowed to: id to name. */
    Map<String, String> people(CaseRecord record) {
        Names names = new Names(record);
        Map<String, String> people = new LinkedHashMap<>();
        people.put("", "anybody");
        record.entries().stream()
                .map(TimelineEntry::who)
                .distinct()
                .map(who -> who == null ? EntryFilter.NOBODY : who)
                .sorted()
                .forEach(who -> people.put(who, names.of(who.equals(EntryFilter.NOBODY) ? null : who)));
        return people;
    }

    /** Kinds of entries that the case has, in their order. */
    Map<String, String> kinds(CaseRecord record) {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(TimelineEntry.Kind.values())
                .filter(kind -> record.entries().stream().anyMatch(entry -> entry.kind() == kind))
                .forEach(kind -> kinds.put(kind.code(), kind.label()));
        return kinds;
    }

    /** What the record is narrowed to by a step of a diagram, in words; blank for none. */
    String stepNamed(CaseRecord record, String step) {
        int cut = step.indexOf(':');
        String id = cut < 0 ? step : step.substring(0, cut);
        return record.processes().stream()
                .filter(run -> run.id().equals(id))
                .findFirst()
                .map(run -> cut < 0
                        ? run.name()
                        : run.steps().stream()
                                        .filter(it -> it.id().equals(step.substring(cut + 1)))
                                        .findFirst()
                                        .map(it -> it.name().isEmpty() ? unnamed(it) : it.name())
                                        .orElse(step.substring(cut + 1))
                                + " in " + run.name())
                .orElse("");
    }

    List<DeskPage.Run> runs(CaseRecord record) {
        Names names = new Names(record);
        Map<String, String> runs = new HashMap<>();
        Map<String, String> roles = roles(record);
        record.processes().forEach(run -> {
            String role = roles.get(run.id());
            runs.put(run.id(), run.name() + (role == null ? "" : ", " + role.toLowerCase(Locale.ROOT)));
        });
        return record.processes().stream().map(run -> run(run, names, runs)).toList();
    }

    /** Several people are called out side by side; which run, and each decision in it, is for whom its role says, by the run's id. */
    private static Map<String, String> roles(CaseRecord record) {
        Map<String, String> roles = new HashMap<>();
        for (TimelineEntry entry : record.entries()) {
            String run = entry.processInstanceId();
            if (entry.kind() == TimelineEntry.Kind.CHANGE
                    && entry.what().equals("Role")
                    && run != null
                    && entry.after() != null) {
                roles.putIfAbsent(run, Words.label(entry.after()));
            }
        }
        return roles;
    }

    private DeskPage.Run run(CaseRecord.Run run, Names names, Map<String, String> runs) {
        return new DeskPage.Run(
                run.id(),
                runs.getOrDefault(run.id(), run.name()),
                run.beganOnVersion() == null
                        ? Integer.toString(run.version())
                        : run.beganOnVersion() + ", then " + run.version(),
                run.key(),
                run.state(),
                run.main(),
                local(run.startedAt()),
                run.endedAt() == null ? "" : local(run.endedAt()),
                run.startedBy() == null ? "" : names.of(run.startedBy()),
                took(Duration.between(run.startedAt(), Objects.requireNonNullElse(run.endedAt(), clock.instant()))),
                run.steps().stream().map(step -> step(step, names, runs)).toList(),
                run.flows());
    }

    private DeskPage.Step step(CaseRecord.Step step, Names names, Map<String, String> runs) {
        return new DeskPage.Step(
                step.id(),
                step.name().isEmpty() ? unnamed(step) : step.name(),
                step.name().isEmpty(),
                step.type(),
                step.state(),
                step.count(),
                step.seconds() == 0 && !step.state().equals("active") ? "" : took(Duration.ofSeconds(step.seconds())),
                step.visits().stream()
                        .map(CaseRecord.Visit::waits)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(""),
                step.visits().stream().map(visit -> visit(visit, names, runs)).toList());
    }

    /** The house's ids say what a step is for where its diagram does not: {@code Gateway_WaitForNext}. */
    private static String unnamed(CaseRecord.Step step) {
        int cut = step.id().indexOf('_');
        String type = Words.label(step.type());
        return cut < 0 ? type : Words.label(step.id().substring(cut + 1)) + " (" + type.toLowerCase(Locale.ROOT) + ")";
    }

    private DeskPage.Visit visit(CaseRecord.Visit visit, Names names, Map<String, String> runs) {
        String called = Objects.requireNonNullElse(visit.called(), "");
        return new DeskPage.Visit(
                local(visit.startedAt()),
                utc(visit.startedAt()),
                visit.endedAt() == null ? "" : local(visit.endedAt()),
                took(Duration.between(visit.startedAt(), Objects.requireNonNullElse(visit.endedAt(), clock.instant()))),
                visit.state(),
                visit.who() == null ? "" : names.of(visit.who()),
                Objects.requireNonNullElse(visit.waits(), ""),
                runs.containsKey(called) ? called : "",
                runs.getOrDefault(called, ""));
    }

    List<DeskPage.Decision> decisions(CaseRecord record) {
        Map<String, CaseRecord.Table> tables = new HashMap<>();
        record.tables().forEach(table -> tables.put(table.id(), table));
        Map<String, String> roles = roles(record);
        return record.decisions().stream()
                .map(decision -> decision(decision, Objects.requireNonNull(tables.get(decision.table())), roles))
                .toList();
    }

    private DeskPage.Decision decision(
            CaseRecord.Decision decision, CaseRecord.Table table, Map<String, String> roles) {
        DecisionWords words = new DecisionWords(table, decision, this::told);
        Map<String, String> asked = new TreeMap<>();
        decision.asked().forEach(it -> asked.put(it.column(), told(it.value())));
        return new DeskPage.Decision(
                local(decision.at()),
                utc(decision.at()),
                Objects.requireNonNullElse(decision.step(), ""),
                roles.getOrDefault(decision.processInstanceId(), ""),
                table.key(),
                table.name(),
                table.version(),
                policy(table.hitPolicy()),
                table.inputs().stream()
                        .map(it -> new DeskPage.Column(
                                it.label(),
                                it.expression(),
                                Objects.requireNonNullElse(asked.get(it.id()), "not looked at")))
                        .toList(),
                table.outputs().stream()
                        .map(it -> new DeskPage.Column(it.label(), it.expression(), answers(decision, it)))
                        .toList(),
                table.rows().stream()
                        .map(it -> new DeskPage.Row(
                                it.number(),
                                it.inputs().stream().map(RecordWords::cell).toList(),
                                it.outputs().stream().map(RecordWords::cell).toList(),
                                Objects.requireNonNullElse(it.note(), ""),
                                decision.rows().contains(it.number())))
                        .toList(),
                Objects.requireNonNullElse(table.expression(), ""),
                words.head(),
                words.byRow(),
                Objects.requireNonNullElse(decision.result(), ""),
                words.rows());
    }

    private String answers(CaseRecord.Decision decision, CaseRecord.Column column) {
        String result = decision.result();
        return result != null
                ? result
                : decision.answered().stream()
                        .filter(it -> it.column().equals(column.id()))
                        .findFirst()
                        .map(it -> told(it.value()))
                        .orElse(PlainTime.NOTHING);
    }

    private static String cell(String text) {
        return text.isBlank() || text.equals("-") ? PlainTime.NOTHING : text;
    }

    private static String policy(String hitPolicy) {
        return hitPolicy.equals("EXPRESSION")
                ? "one expression"
                : switch (hitPolicy.split(" ", -1)[0]) {
                    case "FIRST" -> "the first row that fits decides";
                    case "UNIQUE" -> "one row fits";
                    case "ANY" -> "all rows that fit say the same";
                    case "COLLECT" -> collect(hitPolicy);
                    case "RULE_ORDER" -> "all rows that fit count, in their order";
                    default -> Words.label(hitPolicy);
                };
    }

    private static String collect(String hitPolicy) {
        return switch (hitPolicy.substring(hitPolicy.indexOf(' ') + 1)) {
            case "MAX" -> "of all rows that fit the highest counts";
            case "MIN" -> "of all rows that fit the lowest counts";
            case "SUM" -> "all rows that fit are added up";
            case "COUNT" -> "the rows that fit are counted";
            default -> "all rows that fit count";
        };
    }

    List<DeskPage.Form> forms(CaseRecord record) {
        Names names = new Names(record);
        FactWords facts = facts(record);
        return record.forms().stream().map(form -> form(form, names, facts)).toList();
    }

    private DeskPage.Form form(CaseRecord.Form form, Names names, FactWords facts) {
        List<DeskPage.Field> asked = new ArrayList<>();
        List<DeskPage.Field> beside = new ArrayList<>();
        List<String> not = new ArrayList<>();
        form.fields().forEach(field -> {
            boolean recorded = field.type().equals("none");
            if (!field.answered()) {
                not.add(field.label());
            } else if (!recorded || !FactWords.isTechnical(Words.label(field.key()))) {
                (recorded ? beside : asked).add(field(field, facts));
            }
        });
        return new DeskPage.Form(
                form.step(),
                form.form() == null ? "" : form.form(),
                form.version() == null ? 0 : form.version(),
                form.file() == null ? "" : form.file(),
                local(form.openedAt()),
                local(form.answeredAt()),
                utc(form.answeredAt()),
                names.of(form.by()),
                form.saw().stream()
                        .filter(it -> !FactWords.isTechnical(Words.label(it.name())))
                        .map(it -> new CaseRecord.Named(
                                Words.label(it.name()), inWords(facts, Words.label(it.name()), it.value())))
                        .toList(),
                form.drawn().stream()
                        .map(it -> DRAWN.getOrDefault(it, Words.label(it).toLowerCase(Locale.ROOT)))
                        .toList(),
                asked,
                beside,
                not);
    }

    private String inWords(FactWords facts, String name, String value) {
        return told(Objects.requireNonNullElse(facts.value(name, value), value));
    }

    private DeskPage.Field field(CaseRecord.Field field, FactWords facts) {
        boolean typed = field.type().startsWith("text");
        String name = Words.label(field.key());
        String raw = Words.value((Object) field.answer());
        String answer = typed ? told(raw) : inWords(facts, name, raw);
        String before = Objects.requireNonNullElse(field.before(), "");
        String unchanged = Objects.equals(field.before(), field.answer()) ? field.answerLabel() : null;
        return new DeskPage.Field(
                field.label(),
                unchanged != null && !unchanged.isBlank()
                        ? unchanged
                        : before.isEmpty() ? "" : typed ? told(before) : inWords(facts, name, before),
                field.answerLabel() == null || field.answerLabel().isBlank() ? answer : field.answerLabel(),
                !Objects.equals(field.before(), field.answer()));
    }

    List<DeskPage.Comment> comments(CaseRecord record) {
        Names names = new Names(record);
        return record.comments().stream()
                .map(it -> new DeskPage.Comment(
                        local(it.at()), names.of(it.who()), it.text(), Objects.requireNonNullElse(it.step(), "")))
                .toList();
    }

    List<DeskPage.Attached> files(CaseRecord record) {
        Names names = new Names(record);
        return record.files().stream()
                .map(it -> new DeskPage.Attached(
                        it.id(),
                        it.name(),
                        Objects.requireNonNullElse(it.description(), ""),
                        it.at() == null ? PlainTime.NOTHING : local(it.at()),
                        it.who() == null ? "somebody" : names.of(it.who()),
                        Objects.requireNonNullElse(it.step(), ""),
                        Objects.requireNonNullElse(it.url(), ""),
                        it.size() == null ? "" : Words.size(it.size()),
                        Objects.requireNonNullElse(it.sha256(), "")))
                .toList();
    }

    List<DeskPage.Seal> seals(CaseRecord record) {
        return record.seals().parts().stream()
                .map(it -> new DeskPage.Seal(local(it.sealedAt()), utc(it.sealedAt()), it.because()))
                .toList();
    }

    /** {@code Mon 23 Nov 2026, 14:30:05} where the house is. */
    String local(Instant at) {
        return LOCAL.format(at.atZone(clock.getZone()));
    }

    /** A value on record: a moment where the house is, anything else as it is. */
    private String told(String value) {
        return Words.moment(value).map(this::local).orElse(value);
    }

    /** {@code 2026-11-23 14:30:05Z}. */
    String utc(Instant at) {
        return UTC.format(at.atOffset(ZoneOffset.UTC));
    }

    /** Where the house is, as its clocks are set. */
    String zone() {
        return clock.getZone().getId();
    }

    private String took(Duration length) {
        return length.toMinutes() < 1 ? length.abs().toSeconds() + " s" : time.span(length);
    }

    /** Names of the people of a record. */
    private static final class Names {

        private final Map<String, String> known = new HashMap<>();

        Names(CaseRecord record) {
            record.people().forEach(person -> known.put(person.id(), person.name()));
        }

        String of(@Nullable String id) {
            return id == null ? "Amends" : known.getOrDefault(id, id);
        }
    }
}
