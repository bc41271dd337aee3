package io.amends.mediacrisis;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import io.amends.mediaregister.Outlet;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door for media events (M-1): of an open crisis, else a crisis of its own, and never a second one on the same matter.
 * All of it in one transaction, one event after the other.
 */
@Service
class MediaIntake {

    private static final int TRIES = 3;
    private static final int LONGEST_NOTE = 1_000;
    private static final int LONGEST_PARTY = 200;

    private final MediaRegister register;
    private final MediaEventTable events;
    private final MediaCrisisTable crises;
    private final BehindTheStory behind;
    private final CaseFiles cases;
    private final MediaCrisisStart process;
    private final ExerciseMode exercises;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MediaIntake(
            MediaRegister register,
            MediaEventTable events,
            MediaCrisisTable crises,
            BehindTheStory behind,
            CaseFiles cases,
            MediaCrisisStart process,
            ExerciseMode exercises,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.events = events;
        this.crises = crises;
        this.behind = behind;
        this.cases = cases;
        this.process = process;
        this.exercises = exercises;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param joined whether it joined a crisis that was open
     * @param known whether this very event had been taken before
     * @param deadlinePassed whether the journalist's deadline lay behind already
     * @param call by when the journalist of this event is called back; null where nobody called (M-5)
     */
    record Taken(
            String caseNumber,
            @Nullable Integer level,
            boolean joined,
            boolean known,
            boolean deadlinePassed,
            @Nullable Call call) {}

    /** @param clock what the clock of the call is called, which starts as soon as its task is there */
    record Call(String clock, Instant until) {}

    /**
     * Takes an event whose fields were read without a fault; what its numbers and names point to is looked up here. The same
     * source and external id twice answers the first case again.
     *
     * @throws FormRefusal naming every field that points to nothing
     */
    Taken take(NewMediaEvent event) {
        for (int tried = 1; ; tried++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> takeOnce(event)));
            } catch (DuplicateKeyException | ConcurrencyFailureException | OptimisticLockingException atOnce) {
                // the same event twice at once, or the case moved on at this very moment: the next look knows
                if (tried == TRIES || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw atOnce;
                }
            }
        }
    }

    private Taken takeOnce(NewMediaEvent asked) {
        Optional<Taken> before = known(asked);
        if (before.isPresent()) {
            return before.get();
        }
        NewMediaEvent event = checked(asked);
        if (event.exercise()) {
            exercises.require();
        }
        // a complaint's own locks come first, as when the complaint comes first
        String complaint = behind.complaintOf(event);
        events.lock();
        return known(event).orElseGet(() -> takeNew(event, complaint));
    }

    private Optional<Taken> known(NewMediaEvent event) {
        return event.externalId() == null
                ? Optional.empty()
                : events.find(event.source(), event.externalId()).map(first -> taken(first, false, true));
    }

    private Taken takeNew(NewMediaEvent event, @Nullable String complaint) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<String> open = open(event, complaint);
        String caseNumber = open.orElseGet(() -> openCase(event, matter(event, complaint), now));
        Outlet outlet = outlet(event);
        Optional<MediaPerson> person = Optional.ofNullable(event.journalist())
                .flatMap(name -> register.person(outlet == null ? "" : outlet.id(), name));
        String outletId = outlet == null ? person.map(MediaPerson::outletId).orElse(null) : outlet.id();
        long id = events.add(
                caseNumber, event, now, outletId, person.map(MediaPerson::id).orElse(null));
        cases.describeMatter(caseNumber, event.claim());
        if (complaint != null) {
            crises.complaint(caseNumber, complaint);
            behind.link(caseNumber, complaint, event);
        }
        MediaEvent kept = events.find(id).orElseThrow();
        if (open.isPresent()) {
            process.join(caseNumber, kept);
        } else {
            cases.started(caseNumber, process.start(crises.find(caseNumber).orElseThrow(), kept, event.typed()));
        }
        if (kept.kind().equals(NewMediaEvent.CALL)) {
            process.called(caseNumber, kept);
        }
        return taken(kept, open.isPresent(), false);
    }

    private Optional<String> open(NewMediaEvent event, @Nullable String complaint) {
        if (event.caseNumber() != null) {
            return Optional.of(event.caseNumber());
        }
        Optional<String> overComplaint =
                Optional.ofNullable(complaint).flatMap(number -> crises.openOver(number, event.exercise()));
        return overComplaint
                .or(() -> crises.openOn(matter(event, complaint), event.exercise()))
                .or(() -> openOnProduct(event, complaint));
    }

    /** A threat's matter is what the complaint is about; one that names nothing is a matter of its own. */
    private String matter(NewMediaEvent event, @Nullable String complaint) {
        if (!event.kind().equals(NewMediaEvent.THREAT) || complaint == null) {
            return MatterWords.of(event.title());
        }
        return MatterWords.of(Objects.requireNonNullElse(behind.product(complaint), complaint));
    }

    /** The open crisis over a complaint about the product that this is about, whoever said it first: a customer or the media. */
    private Optional<String> openOnProduct(NewMediaEvent event, @Nullable String complaint) {
        String said = event.title() + "\n" + event.claim();
        String product = behind.product(complaint);
        return crises.open(event.exercise()).stream()
                .filter(crisis -> {
                    String before = behind.product(crisis.complaintCase());
                    return (before != null
                                    && product != null
                                    && MatterWords.of(before).equals(MatterWords.of(product)))
                            || (before != null && MatterWords.name(said, before))
                            || (product != null && MatterWords.name(crisis.title(), product));
                })
                .map(MediaCrisis::caseNumber)
                .findFirst();
    }

    private String openCase(NewMediaEvent event, String matter, Instant now) {
        String caseNumber = cases.open(MediaCrisisProcess.PREFIX, MediaCrisisProcess.KEY, event.title(), null, now);
        String party = event.outlet() == null ? event.title() : event.title() + ", " + event.outlet();
        cases.describeParty(caseNumber, party.substring(0, Math.min(LONGEST_PARTY, party.length())), null);
        crises.add(caseNumber, matter, event.title(), event.exercise(), now);
        return caseNumber;
    }

    private @Nullable Outlet outlet(NewMediaEvent event) {
        String name = event.outlet();
        if (name == null) {
            return null;
        }
        return register.outlet(name).orElseThrow(() -> new FormRefusal("outlet", UnknownOutlet.reason(name)));
    }

    private Taken taken(MediaEvent event, boolean joined, boolean known) {
        Instant deadline = event.deadline();
        return new Taken(
                event.caseNumber(),
                crises.find(event.caseNumber()).map(MediaCrisis::level).orElse(null),
                joined,
                known,
                deadline != null && !deadline.isAfter(event.reportedAt()),
                event.kind().equals(NewMediaEvent.CALL)
                        ? new Call(MediaCrisisProcess.callClock(event.id()), MediaCrisisStart.callUntil(event))
                        : null);
    }

    /** The event with what it points to; a complaint or customer that a person typed and nobody knows is kept in words. */
    private NewMediaEvent checked(NewMediaEvent event) {
        List<Finding> findings = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        if (event.outlet() != null && register.outlet(event.outlet()).isEmpty()) {
            findings.add(new Finding("outlet", UnknownOutlet.reason(event.outlet())));
        }
        if (event.caseNumber() != null && !isOpenCrisis(event.caseNumber(), event.exercise())) {
            findings.add(new Finding(
                    "caseNumber",
                    event.exercise()
                            ? "is no open exercise; leave it out to begin one"
                            : "is no open media crisis; leave it out to begin one"));
        }
        String complaint = event.complaintCase();
        if (complaint != null && !behind.isComplaint(complaint)) {
            refuseOrKeep(event, "complaintCase", complaint, "is not the number of a complaint", findings, kept);
            complaint = null;
        }
        String customer = event.customerNumber();
        if (customer != null && event.exercise()) {
            refuseOrKeep(event, "customerNumber", customer, "must be left out in an exercise", findings, kept);
            customer = null;
        } else if (customer != null && !behind.isCustomer(customer)) {
            refuseOrKeep(event, "customerNumber", customer, "is not the number of a known customer", findings, kept);
            customer = null;
        }
        if (!findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
        String note =
                Stream.concat(Stream.ofNullable(event.note()), kept.stream()).collect(Collectors.joining("; "));
        return event.about(
                complaint, customer, note.isEmpty() ? null : note.substring(0, Math.min(LONGEST_NOTE, note.length())));
    }

    private static void refuseOrKeep(
            NewMediaEvent event, String field, String value, String reason, List<Finding> findings, List<String> kept) {
        if (event.typed()) {
            kept.add((field.equals("complaintCase") ? "Complaint as told: " : "Customer as told: ") + value);
        } else {
            findings.add(new Finding(field, reason));
        }
    }

    private boolean isOpenCrisis(String caseNumber, boolean exercise) {
        return crises.find(caseNumber)
                .filter(crisis ->
                        crisis.closedAt() == null && crisis.reviewState() == null && crisis.exercise() == exercise)
                .isPresent();
    }

    /** The process instance of a case. */
    String instanceOf(String caseNumber) {
        return cases.find(caseNumber)
                .map(CaseFile::processInstanceId)
                .orElseThrow(() -> new IllegalStateException("The case " + caseNumber + " has no process"));
    }
}
