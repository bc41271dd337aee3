package io.amends.demo;

import io.amends.mediaregister.MediaKeeper.Entry;
import io.amends.mediaregister.MediaKeeper.NewOutlet;
import io.amends.mediaregister.MediaKeeper.NewPerson;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Outlets, their people and spokespersons that are the same in every demo. */
record DemoMedia(List<DemoOutlet> outlets, List<DemoSpokesperson> spokespersons) {

    List<Entry> entries() {
        return outlets.stream()
                .flatMap(outlet -> outlet.people().stream()
                        .map(person -> new Entry(
                                new NewOutlet(
                                        outlet.id(), outlet.name(), outlet.kind(), outlet.website(), outlet.reach()),
                                new NewPerson(
                                        person.id(),
                                        person.name(),
                                        person.role(),
                                        person.beats(),
                                        person.phone(),
                                        person.mail(),
                                        Objects.requireNonNullElse(person.language(), "en")))))
                .toList();
    }

    record DemoOutlet(String id, String name, String kind, String website, String reach, List<DemoPerson> people) {}

    record DemoPerson(
            String id,
            String name,
            String role,
            @Nullable String beats,
            @Nullable String phone,
            @Nullable String mail,
            @Nullable String language) {}

    /** @param trainedDaysAgo more than a year is too long ago to speak */
    record DemoSpokesperson(String userId, int trainedDaysAgo) {}
}
