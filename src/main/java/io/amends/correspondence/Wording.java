package io.amends.correspondence;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Codes, dates and amounts as people say them.
 *
 * @param zone where the house is
 */
public record Wording(Locale locale, ZoneId zone) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern FULL_STOP = Pattern.compile("[.。]$");

    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000_000_000L);

    public static Wording in(String language, ZoneId zone) {
        boolean chinese = language.toLowerCase(Locale.ROOT).startsWith("zh");
        return new Wording(chinese ? Locale.SIMPLIFIED_CHINESE : Locale.UK, zone);
    }

    /** What somebody typed, without the line breaks that no name and no head of a mail may have. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** The words for a code, or the code itself for one that nobody has put into words. */
    public String of(String kind, String code) {
        ResourceBundle words =
                ResourceBundle.getBundle("texts.letter", Locale.forLanguageTag(locale.getLanguage()), NO_FALLBACK);
        String key = kind + "." + code;
        return words.containsKey(key) ? words.getString(key) : code;
    }

    public String dateTime(Instant instant) {
        String pattern = chinese() ? "yyyy年M月d日（EEEE）HH:mm" : "EEEE, d MMMM yyyy 'at' HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
    }

    /** The moment with its zone, for readers who may live in another one: {@code … at 17:00 (UTC+8)}. */
    public String dateTimeInZone(Instant instant) {
        String offset = zone.getRules().getOffset(instant).getId();
        String from = offset.equals("Z")
                ? "UTC"
                : "UTC" + offset.replaceFirst("^([+-])0", "$1").replaceFirst(":00$", "");
        return dateTime(instant) + (chinese() ? "（" + from + "）" : " (" + from + ")");
    }

    public String date(LocalDate date) {
        String pattern = chinese() ? "yyyy年M月d日（EEEE）" : "EEEE, d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale).format(date);
    }

    /** A day as forms, engine and tables tell it; what is no day is shown as it is. */
    public @Nullable String day(@Nullable Object value) {
        if (value instanceof Date date) {
            return date(date.toInstant().atZone(zone).toLocalDate());
        }
        if (value instanceof Instant instant) {
            return date(instant.atZone(zone).toLocalDate());
        }
        if (value instanceof LocalDate date) {
            return date(date);
        }
        return value == null ? null : written(value.toString().strip());
    }

    /** A deed in one line, and the day by which it is done if there is one. */
    public String doneBy(String deed, @Nullable Object due) {
        String line = BLANKS.matcher(deed).replaceAll(" ").strip();
        String day = day(due);
        return day == null
                ? line
                : MessageFormat.format(
                        of("action", "by"), FULL_STOP.matcher(line).replaceFirst(""), day);
    }

    /** An amount of money, or null when there is none to speak of. */
    public @Nullable String money(@Nullable Object amount, String currency) {
        try {
            BigDecimal value = amount == null
                    ? BigDecimal.ZERO
                    : new BigDecimal(amount.toString().strip());
            if (value.signum() <= 0 || value.compareTo(MOST_MONEY) > 0) {
                return null;
            }
            NumberFormat format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(Currency.getInstance(currency));
            return format.format(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable String written(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return date(text.length() > 10 ? Instant.parse(text).atZone(zone).toLocalDate() : LocalDate.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    private boolean chinese() {
        return locale.equals(Locale.SIMPLIFIED_CHINESE);
    }
}
