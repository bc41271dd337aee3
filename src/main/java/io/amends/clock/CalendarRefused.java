package io.amends.clock;

/** The calendar cannot be used; without one no deadline can be told, so the application does not start. */
final class CalendarRefused extends RuntimeException {

    CalendarRefused(String file, int line, String reason) {
        super("The calendar " + file + " is wrong in line " + line + ": " + reason + ".");
    }

    CalendarRefused(String file, Throwable cause) {
        super("The calendar " + file + " cannot be read: " + cause.getMessage(), cause);
    }
}
