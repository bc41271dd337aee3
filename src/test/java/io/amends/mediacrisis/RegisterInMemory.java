package io.amends.mediacrisis;

import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import io.amends.mediaregister.Outlet;
import io.amends.mediaregister.Spokesperson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A small register: one outlet with two people, and three spokespersons. */
class RegisterInMemory implements MediaRegister {

    static final MediaPerson ANN = new MediaPerson(
            "P-1",
            "O-1",
            "Daily Post",
            "Ann Reporter",
            "journalist",
            List.of("toys"),
            "+44 1",
            "ann@post.example",
            "en",
            null);
    static final MediaPerson WANG = new MediaPerson(
            "P-2", "O-1", "Daily Post", "王记者", "journalist", List.of(), null, "wang@post.example", "zh-CN", null);
    static final MediaPerson ED = new MediaPerson(
            "P-3", "O-1", "Daily Post", "Ed Itor", "editor", List.of(), null, "ed@post.example", "en", null);

    final List<Outlet> outlets =
            new CopyOnWriteArrayList<>(List.of(new Outlet("O-1", "Daily Post", "newspaper", true)));
    final List<String> contacts = new ArrayList<>();
    final List<Spokesperson> spokespersons = List.of(
            new Spokesperson("spokesperson", "Sam Spokes", null, List.of()),
            new Spokesperson("untrained", "Uli Untrained", null, List.of("last trained more than 12 months ago")),
            new Spokesperson("party", "Pat Party", null, List.of()));

    @Override
    public Optional<Outlet> outlet(String idOrName) {
        return outlets.stream()
                .filter(one -> one.id().equals(idOrName) || one.name().equalsIgnoreCase(idOrName))
                .findFirst();
    }

    @Override
    public List<Outlet> outlets() {
        return List.copyOf(outlets);
    }

    @Override
    public Outlet takeUp(String name) {
        return outlet(name).orElseGet(() -> {
            Outlet added = new Outlet("O-" + (outlets.size() + 1), name, "other", false);
            outlets.add(added);
            return added;
        });
    }

    @Override
    public Optional<MediaPerson> person(String outletId, String idOrName) {
        return people().stream()
                .filter(one -> outletId.isBlank() || one.outletId().equals(outletId))
                .filter(one -> one.id().equals(idOrName) || one.name().equalsIgnoreCase(idOrName))
                .findFirst();
    }

    @Override
    public Optional<MediaPerson> person(String id) {
        return people().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public List<MediaPerson> people() {
        return List.of(ANN, WANG, ED);
    }

    @Override
    public List<MediaPerson> peopleOf(String outletId) {
        return people().stream().filter(one -> one.outletId().equals(outletId)).toList();
    }

    @Override
    public List<MediaPerson> reading(String mail) {
        return people().stream()
                .filter(one -> mail.strip().equalsIgnoreCase(one.mail()))
                .toList();
    }

    @Override
    public List<Spokesperson> spokespersons() {
        return spokespersons;
    }

    @Override
    public Optional<Spokesperson> spokesperson(String userId) {
        return spokespersons.stream().filter(one -> one.userId().equals(userId)).findFirst();
    }

    @Override
    public void contacted(String personId, String caseNumber, String how, String what, Instant at) {
        contacts.add(personId + " " + caseNumber + " " + how);
    }

    @Override
    public void spokenWith(
            String personId, String caseNumber, String how, String what, Instant at, @Nullable String by) {
        contacts.add(personId + " " + caseNumber + " " + how + " by " + by);
    }
}
