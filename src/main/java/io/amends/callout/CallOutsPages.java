package io.amends.callout;

import io.amends.casefile.CaseFile;
import io.amends.casefile.PlainTime;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together who was called out for a case, whose turn it is, and who has answered (M-3). */
@Component
class CallOutsPages {

    private final CallOutTable table;
    private final Roster roster;
    private final People people;
    private final PlainTime time;
    private final Clock clock;

    CallOutsPages(CallOutTable table, Roster roster, People people, PlainTime time, Clock clock) {
        this.table = table;
        this.roster = roster;
        this.people = people;
        this.time = time;
        this.clock = clock;
    }

    /** @param reader user id of whoever looks */
    CallOutsPage of(CaseFile file, String reader) {
        List<CallOutTable.Row> rows = table.rows(file.number());
        long taken = rows.stream().filter(row -> row.answeredAt() != null).count();
        String summary = rows.isEmpty()
                ? "Nobody has been called out for this case."
                : taken + " of " + rows.size() + (rows.size() == 1 ? " role is" : " roles are") + " taken.";
        return new CallOutsPage(
                file.number(),
                file.subject(),
                summary,
                rows.stream().map(row -> line(row, reader)).toList());
    }

    private CallOutsPage.Line line(CallOutTable.Row row, String reader) {
        List<CallOuts.Call> calls = table.calls(row.id());
        CallOuts.Call waiting =
                row.open() && row.nobodySince() == null && !calls.isEmpty() ? calls.get(calls.size() - 1) : null;
        String badge = badge(row, waiting != null);
        return new CallOutsPage.Line(
                row.role(),
                CallOutRole.of(row.role()).map(CallOutRole::title).orElse(row.role()),
                badge,
                tone(row),
                state(row, waiting),
                left(waiting),
                row.id() + "-" + calls.size() + "-" + badge.replace(' ', '-'),
                waiting != null
                        && waiting.userId().equals(reader)
                        && clock.instant().isBefore(waiting.windowUntil()),
                called(row, calls));
    }

    private static String badge(CallOutTable.Row row, boolean waits) {
        if (row.answeredAt() != null) {
            return "taken";
        }
        if (row.endedAt() != null) {
            return "over";
        }
        if (row.nobodySince() != null) {
            return "nobody to call";
        }
        return waits ? "being called" : "about to be called";
    }

    private static String tone(CallOutTable.Row row) {
        if (row.answeredAt() != null) {
            return "good";
        }
        if (row.endedAt() != null) {
            return "";
        }
        return row.nobodySince() != null ? "bad" : "warn";
    }

    private String state(CallOutTable.Row row, CallOuts.@Nullable Call waiting) {
        if (row.answeredBy() != null) {
            return name(row.answeredBy()) + " is on it, since " + time.moment(row.answeredAt()) + ".";
        }
        if (row.endedAt() != null) {
            return "Ended without an answer " + time.moment(row.endedAt()) + ".";
        }
        if (row.nobodySince() != null) {
            return "Nobody can be called since " + time.moment(row.nobodySince())
                    + ": nobody stands on the line. Put somebody there; it is looked up again after each window.";
        }
        return waiting == null
                ? "The first person is about to be called."
                : "It is the turn of " + name(waiting.userId()) + ", until " + time.moment(waiting.windowUntil()) + ".";
    }

    private String left(CallOuts.@Nullable Call call) {
        if (call == null) {
            return "";
        }
        Duration left = Duration.between(clock.instant(), call.windowUntil());
        return left.isNegative() ? "the next is being called" : time.span(left) + " left";
    }

    private List<CallOutsPage.Called> called(CallOutTable.Row row, List<CallOuts.Call> calls) {
        List<CallOutsPage.Called> called = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            CallOuts.Call call = calls.get(i);
            boolean waits = row.open() && row.nobodySince() == null && i == calls.size() - 1;
            called.add(new CallOutsPage.Called(
                    name(call.userId()),
                    roster.phone(call.userId()).orElse(""),
                    time.moment(call.calledAt()),
                    time.moment(call.windowUntil()),
                    calledAgain(calls, i) ? "called again, as the level changed" : answer(call.answeredAt(), waits),
                    waits));
        }
        return called;
    }

    /** The same person within their window. */
    private static boolean calledAgain(List<CallOuts.Call> calls, int i) {
        return i + 1 < calls.size()
                && calls.get(i + 1).userId().equals(calls.get(i).userId())
                && calls.get(i + 1).calledAt().isBefore(calls.get(i).windowUntil());
    }

    private String answer(@Nullable Instant answeredAt, boolean waits) {
        if (answeredAt != null) {
            return "on it since " + time.moment(answeredAt);
        }
        return waits ? "has not answered yet" : "did not answer";
    }

    private String name(String userId) {
        return people.person(userId).map(Person::name).orElse(userId);
    }
}
