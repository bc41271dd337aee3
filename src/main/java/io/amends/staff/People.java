package io.amends.staff;

import java.util.List;
import java.util.Optional;

/** Staff and their groups, from the engine's identity service. */
public interface People {

    Optional<Person> person(String userId);

    /** Members of a group, by user id. */
    List<Person> members(String group);

    List<String> groupsOf(String userId);

    /** Whoever is signed in, or empty outside a request. */
    Optional<Person> signedIn();

    /** User id of whoever the engine knows to act at this moment, or empty when the house itself does. */
    Optional<String> acting();
}
