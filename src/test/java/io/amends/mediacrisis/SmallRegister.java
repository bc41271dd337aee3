package io.amends.mediacrisis;

import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import io.amends.mediaregister.Outlet;
import io.amends.mediaregister.Spokesperson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A media register of one newspaper with a journalist and an editor. */
class SmallRegister implements MediaRegister {

    static final Outlet ECHO = new Outlet("O-1", "Daily Echo", "newspaper", true);
    static final MediaPerson PAT = person("M-1", "Pat Press", "journalist");
    static final MediaPerson EDDIE = person("M-2", "Eddie Editor", "editor");

    final List<String> contacts = new ArrayList<>();

    private static MediaPerson person(String id, String name, String role) {
        String mail = id.toLowerCase(java.util.Locale.ROOT) + "@echo.example";
        return new MediaPerson(id, "O-1", "Daily Echo", name, role, List.of(), null, mail, "en", null);
    }

    @Override
    public Optional<Outlet> outlet(String idOrName) {
        return ECHO.id().equals(idOrName) || ECHO.name().equalsIgnoreCase(idOrName)
                ? Optional.of(ECHO)
                : Optional.empty();
    }

    @Override
    public List<Outlet> outlets() {
        return List.of(ECHO);
    }

    @Override
    public Outlet takeUp(String name) {
        return outlet(name).orElseThrow();
    }

    @Override
    public Optional<MediaPerson> person(String outletId, String idOrName) {
        return people().stream()
                .filter(it -> it.id().equals(idOrName) || it.name().equalsIgnoreCase(idOrName))
                .findFirst();
    }

    @Override
    public Optional<MediaPerson> person(String id) {
        return people().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public List<MediaPerson> people() {
        return List.of(PAT, EDDIE);
    }

    @Override
    public List<MediaPerson> peopleOf(String outletId) {
        return outletId.equals(ECHO.id()) ? people() : List.of();
    }

    @Override
    public List<MediaPerson> reading(String mail) {
        return people().stream()
                .filter(one -> mail.strip().equalsIgnoreCase(one.mail()))
                .toList();
    }

    @Override
    public List<Spokesperson> spokespersons() {
        return List.of();
    }

    @Override
    public Optional<Spokesperson> spokesperson(String userId) {
        return Optional.empty();
    }

    @Override
    public void contacted(String personId, String caseNumber, String how, String what, Instant at) {
        contacts.add(personId + " " + how + " " + caseNumber);
    }

    @Override
    public void spokenWith(
            String personId, String caseNumber, String how, String what, Instant at, @Nullable String by) {
        contacts.add(personId + " " + how + " " + caseNumber + " by " + by);
    }
}
