package io.amends.mediacrisis;

import java.util.Map;

/** Lines that the case page shows of a crisis; {@link MediaCrisisCaseDetails} joins them in the order of {@code @Order}. */
interface CrisisFacts {

    /** Label to value; empty values are left out. */
    Map<String, String> of(MediaCrisis crisis);
}
