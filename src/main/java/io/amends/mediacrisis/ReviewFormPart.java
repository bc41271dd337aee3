package io.amends.mediacrisis;

import io.amends.casefile.PlainTime;
import io.amends.promise.Keeper;
import io.amends.promise.KeptBy;
import io.amends.promise.PromiseFields;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the forms of the review open with: the draft so far, why it came back, and the actions (M-15). */
@Component
class ReviewFormPart implements CrisisFormPart {

    private static final String LABEL = "label";
    private static final String VALUE = "value";

    private final CrisisReviews reviews;
    private final People people;
    private final PlainTime time;

    ReviewFormPart(CrisisReviews reviews, People people, PlainTime time) {
        this.reviews = reviews;
        this.people = people;
        this.time = time;
    }

    @Override
    public Map<String, Object> of(MediaCrisis crisis, Map<String, Object> variables) {
        if (!variables.containsKey(ReviewProcess.REVIEW_VERSION.name())) {
            return Map.of();
        }
        Optional<CrisisReview> draft = reviews.last(crisis.caseNumber());
        Map<String, Object> review = new LinkedHashMap<>();
        review.put("author", draft.map(CrisisReview::writtenBy).map(this::name).orElse(""));
        review.put("happened", draft.map(CrisisReview::happened).orElse(""));
        review.put("did", draft.map(CrisisReview::did).orElse(""));
        review.put("reason", draft.map(CrisisReview::reason).orElse(""));
        Map<String, Object> facts = new HashMap<>();
        facts.put("review", review);
        List<Map<String, String>> keepers = keepers();
        facts.put("keepers", keepers);
        facts.put("actionRows", actions(variables, keepers));
        draft.ifPresent(it -> {
            facts.put(ReviewProcess.WHAT_HAPPENED.name(), it.happened());
            facts.put(ReviewProcess.WHAT_WE_DID.name(), it.did());
        });
        return facts;
    }

    private List<Map<String, String>> actions(Map<String, Object> variables, List<Map<String, String>> keepers) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int row = 1; row <= PromiseFields.ROWS; row++) {
            String what = Objects.toString(variables.get("action" + row), "");
            if (!what.isBlank()) {
                String who = Objects.toString(variables.get("action" + row + "Group"), "");
                rows.add(Map.of(
                        "what",
                        what,
                        "who",
                        keepers.stream()
                                .filter(keeper -> who.equals(keeper.get(VALUE)))
                                .map(keeper -> keeper.getOrDefault(LABEL, who))
                                .findFirst()
                                .orElse(who),
                        "due",
                        day(Objects.toString(variables.get("action" + row + "Due"), ""))));
            }
        }
        return rows;
    }

    private String day(String due) {
        return due.isBlank() ? due : time.day(LocalDate.parse(due));
    }

    /** Groups first, then everybody in them by name, each in the first of their groups. */
    private List<Map<String, String>> keepers() {
        Map<String, Map<String, String>> persons = new LinkedHashMap<>();
        for (Keeper keeper : Keeper.all()) {
            for (Person person : people.members(keeper.group())) {
                persons.putIfAbsent(
                        person.userId(),
                        option(
                                person.name() + " (" + keeper.label() + ")",
                                new KeptBy(keeper.group(), person.userId())));
            }
        }
        return Stream.concat(
                        Keeper.all().stream()
                                .map(keeper ->
                                        option("Anybody of " + keeper.label(), new KeptBy(keeper.group(), null))),
                        persons.values().stream()
                                .sorted(Comparator.comparing(option -> option.getOrDefault(LABEL, ""))))
                .toList();
    }

    private static Map<String, String> option(String label, KeptBy keeper) {
        return Map.of(LABEL, label, VALUE, keeper.toString());
    }

    private String name(String userId) {
        return people.person(userId).map(Person::name).orElse(userId);
    }
}
