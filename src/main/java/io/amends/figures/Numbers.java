package io.amends.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes numbers as the pages show them. */
@Component("numbers")
class Numbers {

    static final String NOTHING = "–";

    /** {@code 1,234}. */
    public String whole(long number) {
        return format("#,##0", BigDecimal.valueOf(number));
    }

    /** {@code 1,235}: amounts of the house's currency, without its name. */
    public String money(BigDecimal amount) {
        return format("#,##0", amount);
    }

    /** {@code 1,234.5}. */
    public String tenths(BigDecimal number) {
        return format("#,##0.0", number);
    }

    /** {@code 0.3}, {@code 60}. */
    public String plain(BigDecimal number) {
        return format("#,##0.####", number);
    }

    /** {@code 29 %}; a share of nothing is none. */
    public String percent(Proportion part) {
        return part.known() ? percent(part.share()) : NOTHING;
    }

    /** {@code 29 %} for 0.29. */
    public String percent(double share) {
        return format("0", BigDecimal.valueOf(share * 100)) + " %";
    }

    /** {@code 12 of 41 (29 %)}; a part of nothing is none. */
    public String part(Proportion part) {
        return part.known() ? whole(part.some()) + " of " + whole(part.of()) + " (" + percent(part) + ")" : NOTHING;
    }

    /** {@code 25 % to 37 %}. */
    public String interval(Proportion part) {
        if (!part.known()) {
            return NOTHING;
        }
        Proportion.Interval interval = part.interval();
        return percent(interval.low()) + " to " + percent(interval.high());
    }

    /** {@code +12.3} percentage points for 0.123. */
    public String points(double difference) {
        return format("+0.0;−0.0", BigDecimal.valueOf(difference * 100));
    }

    /** {@code +150 %}; {@code –} where nothing was spent. */
    public String worth(@Nullable BigDecimal worth) {
        return worth == null ? NOTHING : format("+#,##0;−#,##0", worth.movePointRight(2)) + " %";
    }

    private static String format(String pattern, BigDecimal number) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
