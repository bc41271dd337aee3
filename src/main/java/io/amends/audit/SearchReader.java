package io.amends.audit;

import io.amends.casefile.SearchWords;
import io.amends.customer.Contact;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.staff.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands a search, and says field by field why it cannot match. */
@Component
class SearchReader {

    /** The kinds of case, as they are called on pages. */
    static final Map<String, String> PROCESSES =
            ordered("complaint", "Complaint", "lost-customer", "Lost customer", "media-crisis", "Media crisis");

    static final Map<String, String> STATES = ordered("open", "open", "unanswered", "unanswered", "closed", "closed");

    /** What may have become of a letter, in the words of the page of a case. */
    static final Map<String, String> FATES = ordered(
            "queued", "waiting to be sent",
            "sent", "sent",
            "delayed", "tried again later",
            "unknown", "unknown whether it arrived",
            "held", "held back after a restore",
            "bounced", "came back",
            "refused", "refused for good",
            "no-address", "no address known",
            "no-longer-needed", "no longer needed");

    private static final Pattern NUMBER = Pattern.compile("(CMP|LCR|MCR)-\\d{4}-\\d{6,9}");
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final CaseSelection cases;
    private final CaseMarks marks;
    private final CustomerDirectory customers;
    private final Owners owners;
    private final DeskNames names;
    private final Clock clock;

    SearchReader(
            CaseSelection cases,
            CaseMarks marks,
            CustomerDirectory customers,
            Owners owners,
            DeskNames names,
            Clock clock) {
        this.cases = cases;
        this.marks = marks;
        this.customers = customers;
        this.owners = owners;
        this.names = names;
        this.clock = clock;
    }

    /**
     * A search as it was understood.
     *
     * @param broken fields that nobody can understand, such as a day that is none
     * @param hopeless fields that are understood, and that no case can fit
     */
    record Understood(CaseCriteria criteria, List<Finding> broken, List<Finding> hopeless) {

        boolean matchable() {
            return broken.isEmpty() && hopeless.isEmpty();
        }

        List<Finding> findings() {
            List<Finding> all = new ArrayList<>(broken);
            all.addAll(hopeless);
            return all;
        }
    }

    /** @param parameters of the address; one that is no field of the search would narrow nothing without a word */
    Understood read(AuditSearch search, Set<String> parameters) {
        Understood understood = read(search);
        List<Finding> broken = new ArrayList<>(understood.broken());
        parameters.stream()
                .filter(name -> !DeskNames.FIELDS.containsKey(name) && !name.equals("export"))
                .sorted()
                .forEach(name -> broken.add(new Finding(name, "is no field of this search")));
        return new Understood(understood.criteria(), List.copyOf(broken), understood.hopeless());
    }

    Understood read(AuditSearch search) {
        Map<String, String> fields = search.fields();
        List<Finding> broken = new ArrayList<>();
        List<Finding> hopeless = new ArrayList<>();
        String number = number(field(fields, "number"), broken, hopeless);
        Set<String> customer = customer(field(fields, "customer"), hopeless);
        known("process", field(fields, "process"), PROCESSES, broken);
        known("state", field(fields, "state"), STATES, broken);
        known("letter", field(fields, "letter"), FATES, broken);
        String owner = owner(field(fields, "owner"), hopeless);
        mark("group", MarkKind.GROUP, field(fields, "group"), "had no task of any case", hopeless);
        decision(field(fields, "decision"), broken, hopeless);
        mark("clock", MarkKind.CLOCK, field(fields, "clock"), "was never breached on any case", hopeless);
        Kept kept = kept(field(fields, "kept"), broken, hopeless);
        List<String> words = words(field(fields, "text"), hopeless);
        LocalDate from = day("from", field(fields, "from"), broken);
        LocalDate to = day("to", field(fields, "to"), broken);
        inOrder("from", from, to, broken);
        LocalDate closedFrom = day("closedFrom", field(fields, "closedFrom"), broken);
        LocalDate closedTo = day("closedTo", field(fields, "closedTo"), broken);
        inOrder("closedFrom", closedFrom, closedTo, broken);
        place(search, broken);
        periods(from, closedFrom, closedTo, hopeless);
        if (field(fields, "state").equals("open") && (closedFrom != null || closedTo != null)) {
            hopeless.add(new Finding("closedFrom", "is asked of open cases, which have not closed"));
        }
        CaseCriteria criteria = new CaseCriteria(
                number,
                customer,
                words,
                field(fields, "process"),
                field(fields, "state"),
                owner,
                field(fields, "group"),
                field(fields, "decision"),
                field(fields, "clock"),
                kept,
                field(fields, "letter"),
                from,
                to,
                closedFrom,
                closedTo);
        return new Understood(criteria, List.copyOf(broken), List.copyOf(hopeless));
    }

    private String number(String typed, List<Finding> broken, List<Finding> hopeless) {
        String number = typed.toUpperCase(Locale.ROOT);
        if (number.isEmpty()) {
            return "";
        }
        if (!NUMBER.matcher(number).matches()) {
            broken.add(new Finding(
                    "number",
                    "is not a whole case number such as CMP-2026-000042; a part of one is found by the words above"));
        } else if (!cases.exists(number)) {
            hopeless.add(new Finding("number", "is the number of no case"));
        }
        return number;
    }

    /** By number or mail address; a prospect is a customer, too, and so is one whom only a case knows any more. */
    private Set<String> customer(String typed, List<Finding> hopeless) {
        if (typed.isEmpty()) {
            return Set.of();
        }
        Set<String> numbers = new LinkedHashSet<>();
        if (typed.contains("@")) {
            customers.find(new Contact(null, "", typed, null, null, "en")).stream()
                    .map(Customer::number)
                    .forEach(numbers::add);
        } else {
            for (String number : new String[] {typed, typed.toUpperCase(Locale.ROOT)}) {
                if (customers.byNumber(number).isPresent() || cases.isCustomer(number)) {
                    numbers.add(number);
                }
            }
        }
        if (numbers.isEmpty()) {
            hopeless.add(
                    new Finding(
                            "customer",
                            "is the number or mail address of nobody whom the house knows; a name is found by the words above"));
        }
        return numbers;
    }

    /** By user id, or by name; one who has left is known by user id alone. */
    private String owner(String typed, List<Finding> hopeless) {
        if (typed.isEmpty() || owners.isUser(typed) || cases.isOwner(typed)) {
            return typed;
        }
        List<Person> called = owners.called(typed);
        if (called.size() == 1) {
            return called.get(0).userId();
        }
        hopeless.add(new Finding(
                "owner",
                called.isEmpty()
                        ? "is neither the name nor the user name of anybody, and never owned a case"
                        : "may be any of "
                                + called.stream()
                                        .map(one -> one.name() + " (" + one.userId() + ")")
                                        .collect(Collectors.joining(", "))));
        return typed;
    }

    private static void place(AuditSearch search, List<Finding> broken) {
        if (search.after() != null && !search.after().isEmpty() && search.lastSeen() == null) {
            broken.add(new Finding(
                    "after", "is no place in this list; it is taken from the address of the page with older cases"));
        }
    }

    /** Days that each make sense, and that no case can have. */
    private void periods(
            @Nullable LocalDate from,
            @Nullable LocalDate closedFrom,
            @Nullable LocalDate closedTo,
            List<Finding> hopeless) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (from != null && from.isAfter(today)) {
            hopeless.add(new Finding("from", "lies after today (%s)".formatted(today)));
        } else if (from != null && closedTo != null && from.isAfter(closedTo)) {
            hopeless.add(new Finding(
                    "from",
                    "lies after the last day of closing (%s): no case closes before it opens".formatted(closedTo)));
        }
        if (closedFrom != null && closedFrom.isAfter(today)) {
            hopeless.add(new Finding("closedFrom", "lies after today (%s)".formatted(today)));
        }
    }

    private void decision(String answer, List<Finding> broken, List<Finding> hopeless) {
        if (answer.isEmpty()) {
            return;
        }
        int equals = answer.indexOf('=');
        if (equals <= 0 || equals == answer.length() - 1) {
            broken.add(new Finding("decision", "does not name a table and an answer of it; choose one from the list"));
        } else if (!marks.stands(MarkKind.DECISION, answer)) {
            String table = answer.substring(0, equals + 1);
            String known = marks.known(MarkKind.DECISION).stream()
                    .filter(mark -> mark.startsWith(table))
                    .map(mark -> mark.substring(table.length()).replace('-', ' '))
                    .collect(Collectors.joining(", "));
            hopeless.add(new Finding(
                    "decision",
                    known.isEmpty()
                            ? "names a table that decided on no case"
                            : "is an answer that no case got; “%s” answered %s"
                                    .formatted(DeskNames.table(answer, names.tables()), known)));
        }
    }

    private void mark(String field, MarkKind kind, String mark, String says, List<Finding> hopeless) {
        if (!mark.isEmpty() && !marks.stands(kind, mark)) {
            hopeless.add(new Finding(field, says));
        }
    }

    private @Nullable Kept kept(String text, List<Finding> broken, List<Finding> hopeless) {
        Optional<Kept> kept = Kept.read(text);
        if (!text.isEmpty() && kept.isEmpty()) {
            broken.add(
                    new Finding(
                            "kept",
                            "does not name a clock and how it was kept, such as First contact: late at least once; choose one from the list"));
        } else if (kept.isPresent() && !cases.hasClock(kept.get().clock())) {
            hopeless.add(new Finding("kept", "names a clock that no case ever had"));
        }
        return kept.orElse(null);
    }

    private static List<String> words(String text, List<Finding> hopeless) {
        List<String> words = SearchWords.asked(text);
        if (!text.isEmpty() && words.isEmpty()) {
            hopeless.add(new Finding("text", "has neither a letter nor a digit in it"));
        }
        return words;
    }

    /** @param known codes with the words of the page */
    private static void known(String field, String value, Map<String, String> known, List<Finding> broken) {
        if (!value.isEmpty() && !known.containsKey(value)) {
            broken.add(new Finding(field, "is none of " + String.join(", ", known.values())));
        }
    }

    private static void inOrder(
            String field, @Nullable LocalDate first, @Nullable LocalDate last, List<Finding> broken) {
        if (first != null && last != null && first.isAfter(last)) {
            broken.add(new Finding(field, "is after the last day (%s)".formatted(last)));
        }
    }

    static @Nullable LocalDate day(String field, String text, List<Finding> broken) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                broken.add(new Finding(field, "lies outside of %s to %s".formatted(FIRST, LAST)));
                return null;
            }
            return day;
        } catch (DateTimeParseException none) {
            broken.add(new Finding(field, "is not a day such as 2026-01-31"));
            return null;
        }
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
