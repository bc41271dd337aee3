package io.amends.staff;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** People from the engine's identity service. */
@Component
class EnginePeople implements People {

    private final IdentityService identityService;

    EnginePeople(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public Optional<Person> person(String userId) {
        return asHouse(() -> Optional.ofNullable(
                        identityService.createUserQuery().userId(userId).singleResult())
                .map(EnginePeople::person));
    }

    @Override
    public List<Person> members(String group) {
        return asHouse(
                () -> identityService.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
                        .map(EnginePeople::person)
                        .toList());
    }

    @Override
    public List<String> groupsOf(String userId) {
        return asHouse(
                () -> identityService.createGroupQuery().groupMember(userId).orderByGroupId().asc().list().stream()
                        .map(Group::getId)
                        .toList());
    }

    @Override
    public Optional<Person> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(who -> who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken))
                .flatMap(who -> person(who.getName()));
    }

    @Override
    public Optional<String> acting() {
        return Optional.ofNullable(identityService.getCurrentAuthentication()).map(Authentication::getUserId);
    }

    /** Colleagues are not to be found by everybody through REST, yet our own code shows their names. */
    private <T> T asHouse(Supplier<T> question) {
        Authentication who = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (who != null) {
                identityService.setAuthentication(who);
            }
        }
    }

    private static Person person(User user) {
        String name = "%s %s"
                .formatted(orEmpty(user.getFirstName()), orEmpty(user.getLastName()))
                .strip();
        return new Person(user.getId(), name.isEmpty() ? user.getId() : name, user.getEmail());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
