package io.amends.models;

import io.amends.casefile.StaffNames;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who deployed, in words; each person is looked up once. For one page. */
final class Deployers {

    private final StaffNames staff;
    private final Map<String, String> names = new HashMap<>();

    Deployers(StaffNames staff) {
        this.staff = staff;
    }

    /** By name, or the house itself. */
    String name(@Nullable String userId) {
        return userId == null ? "the house" : names.computeIfAbsent(userId, staff::of);
    }

    /** Blank where it was not kept who deployed. */
    String of(Version version) {
        return version.way() == null ? "" : name(version.by());
    }
}
