package io.amends.mediaregister;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in what other systems know of the media, and who may speak for the house. What is known already is never changed by it. */
public interface MediaKeeper {

    /**
     * Takes outlets and their people in that are not known yet. An outlet that staff had typed in a hurry under the same name gets what
     * is known of it now, and keeps its id.
     *
     * @return for each, what became of it
     */
    List<Became> add(List<Entry> entries);

    /**
     * Puts somebody on the register of spokespersons who fulfils all that M-6 asks of them in person; does nothing for one who stands
     * there.
     *
     * @param lookedBy user id of who says so
     */
    void enlist(String userId, @Nullable LocalDate trainedOn, String lookedBy);

    /** What became of an entry. */
    enum Became {
        /** The outlet or the person is new. */
        NEW,
        /** Nothing has changed. */
        KNOWN,
        /** An outlet that had only a name has the rest now. */
        COMPLETED
    }

    /** @param person null where only the outlet is told */
    record Entry(NewOutlet outlet, @Nullable NewPerson person) {}

    /** @param id up to 40 letters, digits, dots, dashes or underscores */
    record NewOutlet(
            String id,
            String name,
            String kind,
            @Nullable String website,
            @Nullable String reach) {}

    /**
     * @param beats separated by commas
     * @param phone as typed
     */
    record NewPerson(
            String id,
            String name,
            String role,
            @Nullable String beats,
            @Nullable String phone,
            @Nullable String mail,
            String language) {}
}
