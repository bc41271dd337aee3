package io.amends.clock;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

/** Calendars for the tests. */
final class Calendars {

    private Calendars() {}

    /** The one that is shipped. */
    static BusinessCalendar london() {
        return shipped("calendar.yaml");
    }

    /** The other one that is shipped, for China. */
    static BusinessCalendar china() {
        return shipped("calendar-china.yaml");
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

    /** Until late, on Saturdays past midnight, with a day off in between. */
    static BusinessCalendar longDaysIn(String zone) {
        return of("""
                zone: %s
                working-hours:
                  monday: 06:30-13:00, 14:00-22:45
                  tuesday: 06:30-13:00, 14:00-22:45
                  wednesday: closed
                  thursday: 06:30-13:00, 14:00-22:45
                  friday: 18:00-24:00
                  saturday: 00:00-03:30, 20:00-24:00
                  sunday: 00:00-03:30, 20:00-24:00
                holidays:
                  2026-03-29: the clocks change in Beirut
                make-up-days:
                  2028-02-29: 08:00-12:00
                """.formatted(zone));
    }

    static BusinessCalendar of(String yaml) {
        return CalendarFile.read("calendar.yaml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static BusinessCalendar shipped(String name) {
        return CalendarFile.read(name, new FileSystemResource("processes/" + name));
    }
}
