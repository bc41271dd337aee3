package io.amends.erasure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long cases are kept.
 *
 * @param complaint how long after closing; the same for the others
 * @param archive folder that a case goes to before it is removed; without one, nothing is removed
 * @param from when the night begins, where the house is
 * @param until when it ends; what is not done by then waits for the next one
 * @param poll how often it is looked whether it is night
 * @param overdue after how long a case that should be gone is a reason to worry
 */
@ConfigurationProperties("amends.retention")
record RetentionProperties(
        @DefaultValue("P5Y") Period complaint,
        @DefaultValue("P5Y") Period lostCustomer,
        @DefaultValue("P5Y") Period mediaCrisis,
        @Nullable Path archive,
        @DefaultValue("22:00") LocalTime from,
        @DefaultValue("05:00") LocalTime until,
        @DefaultValue("PT10M") Duration poll,
        @DefaultValue("P7D") Duration overdue) {

    RetentionProperties {
        for (Period period : new Period[] {complaint, lostCustomer, mediaCrisis}) {
            if (period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException(
                        "amends.retention: a case is kept for some time after it closed, such as P5Y, not for "
                                + period);
            }
        }
    }

    /** By process, in the order of their work. */
    Map<String, Period> periods() {
        Map<String, Period> periods = new LinkedHashMap<>();
        periods.put("complaint", complaint);
        periods.put("lost-customer", lostCustomer);
        periods.put("media-crisis", mediaCrisis);
        return periods;
    }
}
