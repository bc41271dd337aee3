package io.amends.audit;

import io.amends.casefile.CaseRecord;
import io.amends.casefile.PlainTime;
import io.amends.casefile.TimelineEntry;
import io.amends.casefile.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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

    private final PlainTime time;
    private final Clock clock;

    RecordWords(PlainTime time, Clock clock) {
        this.time = time;
        this.clock = clock;
    }

    List<DeskPage.Entry> entries(CaseRecord record, EntryFilter filter) {
        Names names = new Names(record);
        FactWords facts = new FactWords(record);
        List<TimelineEntry> spoken = record.entries().stream().map(facts::of).toList();
        return filter.of(record, spoken).stream()
                .map(entry -> entry(entry, names))
                .toList();
    }

    /** Why nothing is left of a record that was narrowed. */
    List<String> whyNothing(CaseRecord record, EntryFilter filter) {
        FactWords facts = new FactWords(record);
        return filter.whyNothing(
                record,
                record.entries().stream().map(facts::of).toList(),
                people(record).keySet());
    }

    private DeskPage.Entry entry(TimelineEntry entry, Names names) {
        boolean changed = entry.kind() != TimelineEntry.Kind.TASK && (entry.before() != null || entry.after() != null);
        return new DeskPage.Entry(
                local(entry.at()),
                utc(entry.at()),
                names.of(entry.who()),
                entry.kind().code(),
                entry.kind().label(),
                entry.what(),
                changed ? told(Words.value((Object) entry.before())) : "",
                changed ? told(Words.value((Object) entry.after())) : "",
                changed,
                Objects.requireNonNullElse(entry.process(), ""),
                Objects.requireNonNullElse(entry.step(), ""),
                entry.details().stream()
                        .map(it -> new TimelineEntry.Detail(it.name(), told(it.value())))
                        .toList());
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
                                        .map(it -> it.name().isEmpty() ? Words.label(it.type()) : it.name())
                                        .orElse(step.substring(cut + 1))
                                + " in " + run.name())
                .orElse("");
    }

    List<DeskPage.Run> runs(CaseRecord record) {
        Names names = new Names(record);
        Map<String, String> runs = new HashMap<>();
        record.processes().forEach(run -> runs.put(run.id(), run.name()));
        return record.processes().stream().map(run -> run(run, names, runs)).toList();
    }

    private DeskPage.Run run(CaseRecord.Run run, Names names, Map<String, String> runs) {
        return new DeskPage.Run(
                run.id(),
                run.name(),
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
                step.name().isEmpty() ? Words.label(step.type()) : step.name(),
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
        return record.decisions().stream()
                .map(decision -> decision(decision, Objects.requireNonNull(tables.get(decision.table()))))
                .toList();
    }

    private DeskPage.Decision decision(CaseRecord.Decision decision, CaseRecord.Table table) {
        Map<String, String> asked = new TreeMap<>();
        decision.asked().forEach(it -> asked.put(it.column(), told(it.value())));
        return new DeskPage.Decision(
                local(decision.at()),
                utc(decision.at()),
                Objects.requireNonNullElse(decision.step(), ""),
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
                decision.answered().stream()
                        .map(it -> new CaseRecord.Value(it.column(), it.name(), told(it.value())))
                        .toList(),
                decision.rows());
    }

    private String answers(CaseRecord.Decision decision, CaseRecord.Column column) {
        List<String> values = decision.answered().stream()
                .filter(it -> it.column().equals(column.id()))
                .map(it -> told(it.value()))
                .toList();
        return values.isEmpty() ? PlainTime.NOTHING : String.join(", ", values);
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
                    case "COLLECT" -> "all rows that fit count";
                    case "RULE_ORDER" -> "all rows that fit count, in their order";
                    default -> Words.label(hitPolicy);
                };
    }

    List<DeskPage.Form> forms(CaseRecord record) {
        Names names = new Names(record);
        return record.forms().stream().map(form -> form(form, names)).toList();
    }

    private DeskPage.Form form(CaseRecord.Form form, Names names) {
        List<DeskPage.Field> asked = new ArrayList<>();
        List<DeskPage.Field> beside = new ArrayList<>();
        List<String> not = new ArrayList<>();
        form.fields().forEach(field -> {
            if (!field.answered()) {
                not.add(field.label());
            } else {
                (field.type().equals("none") ? beside : asked).add(field(field));
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
                        .map(it -> new CaseRecord.Named(Words.label(it.name()), told(Words.spoken(it.value()))))
                        .toList(),
                form.drawn().stream()
                        .map(Words::label)
                        .map(it -> it.toLowerCase(Locale.ROOT))
                        .toList(),
                asked,
                beside,
                not);
    }

    private DeskPage.Field field(CaseRecord.Field field) {
        boolean typed = field.type().startsWith("text");
        String raw = Words.value((Object) field.answer());
        String answer = told(typed ? raw : Words.spoken(raw));
        String before = Objects.requireNonNullElse(field.before(), "");
        String unchanged = Objects.equals(field.before(), field.answer()) ? field.answerLabel() : null;
        return new DeskPage.Field(
                field.label(),
                unchanged != null && !unchanged.isBlank()
                        ? unchanged
                        : before.isEmpty() ? "" : told(typed ? before : Words.spoken(before)),
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
