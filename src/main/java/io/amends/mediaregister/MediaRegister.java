package io.amends.mediaregister;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The media register as processes use it (M-6, M-10). */
public interface MediaRegister {

    /** By id or, without regard to case, by name. */
    Optional<Outlet> outlet(String idOrName);

    /** All that people may work for, by name. */
    List<Outlet> outlets();

    /** The outlet of that name, or a new unchecked one: what staff type in a hurry is not lost. */
    Outlet takeUp(String name);

    /** The person of an outlet by id or name, in no outlet in particular where {@code outletId} is blank. */
    Optional<MediaPerson> person(String outletId, String idOrName);

    Optional<MediaPerson> person(String id);

    /** People who still work there, by outlet and name. */
    List<MediaPerson> people();

    List<MediaPerson> peopleOf(String outletId);

    /** Those of them who read the mail of that address, in whatever case it is written. */
    List<MediaPerson> reading(String mail);

    /** Everybody in the register of spokespersons, by name, with what is missing today. */
    List<Spokesperson> spokespersons();

    Optional<Spokesperson> spokesperson(String userId);

    /**
     * Adds to the contact log, which also sets when they were last in contact.
     *
     * @param how {@code mail}, {@code phone}, {@code meeting} or {@code interview}
     * @param what in few words
     */
    void contacted(String personId, String caseNumber, String how, String what, Instant at);

    /**
     * Adds a talk to the contact log, as {@link #contacted} does.
     *
     * @param by user id of whoever spoke with them, whoever records it
     */
    void spokenWith(String personId, String caseNumber, String how, String what, Instant at, @Nullable String by);
}
