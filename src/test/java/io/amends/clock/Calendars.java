package io.amends.clock;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Calendars for the tests. */
final class Calendars {

    private Calendars() {}

    /** The one that is shipped. */
    static BusinessCalendar london() {
        Path file = Path.of("processes/calendar.yaml");
        try (Reader reader = Files.newBufferedReader(file)) {
            return CalendarFile.read(file.toString(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A lunch break, the Spring Festival of 2026, and a Saturday morning that makes up for it. */
    static BusinessCalendar shanghai() {
        return of("""
                zone: Asia/Shanghai
                working-hours:
                  monday: 09:00-12:00, 13:30-18:00
                  tuesday: 09:00-12:00, 13:30-18:00
                  wednesday: 09:00-12:00, 13:30-18:00
                  thursday: 09:00-12:00, 13:30-18:00
                  friday: 09:00-12:00, 13:30-18:00
                  saturday: closed
                  sunday: closed
                holidays:
                  2026-02-16: Spring Festival
                  2026-02-17: Spring Festival
                  2026-02-18: Spring Festival
                  2026-02-19: Spring Festival
                  2026-02-20: Spring Festival
                  2026-02-23: Spring Festival
                make-up-days:
                  2026-02-14: 09:00-12:00
                """);
    }

    /** Never closed, in a zone whose clocks change. */
    static BusinessCalendar aroundTheClock() {
        return of("""
                zone: Europe/London
                working-hours:
                  monday: 00:00-24:00
                  tuesday: 00:00-24:00
                  wednesday: 00:00-24:00
                  thursday: 00:00-24:00
                  friday: 00:00-24:00
                  saturday: 00:00-24:00
                  sunday: 00:00-24:00
                """);
    }

    /** A night shop with spans around the hour that spring leaves out. */
    static BusinessCalendar nights() {
        return of("""
                zone: Europe/London
                working-hours:
                  monday: closed
                  tuesday: closed
                  wednesday: closed
                  thursday: closed
                  friday: 20:00-24:00
                  saturday: 00:00-02:30, 20:00-24:00
                  sunday: 00:00-00:45, 01:15-01:45, 02:00-04:00
                """);
    }

    static BusinessCalendar of(String yaml) {
        return CalendarFile.read("calendar.yaml", new StringReader(yaml));
    }
}
