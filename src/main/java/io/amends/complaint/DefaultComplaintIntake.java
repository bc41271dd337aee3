package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.MediaThreat;
import io.amends.customer.Contact;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes complaints in: who is it, is it a matter we know, else a case of its own. All of it in one transaction. */
@Service
class DefaultComplaintIntake implements ComplaintIntake {

    private static final List<String> TIERS = List.of("A", "B", "C");

    private final CustomerDirectory directory;
    private final CaseFiles cases;
    private final ComplaintTable table;
    private final SameMatter sameMatter;
    private final IntakeLocks locks;
    private final ComplaintStart process;
    private final CustomerVoice voice;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DefaultComplaintIntake(
            CustomerDirectory directory,
            CaseFiles cases,
            ComplaintTable table,
            SameMatter sameMatter,
            IntakeLocks locks,
            ComplaintStart process,
            CustomerVoice voice,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.directory = directory;
        this.cases = cases;
        this.table = table;
        this.sameMatter = sameMatter;
        this.locks = locks;
        this.process = process;
        this.voice = voice;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Taken take(NewComplaint complaint) {
        var faults = ComplaintCheck.faults(complaint, clock);
        if (!faults.isEmpty()) {
            throw IntakeWords.refusal(faults);
        }
        try {
            return inTransaction(complaint);
        } catch (DuplicateKeyException sameOneAtOnce) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw sameOneAtOnce;
            }
            // the other one is in by now, so that this time it is known
            return inTransaction(complaint);
        }
    }

    private Taken inTransaction(NewComplaint complaint) {
        return Objects.requireNonNull(transaction.execute(status -> takeOnce(complaint)));
    }

    private Taken takeOnce(NewComplaint complaint) {
        if (complaint.externalId() != null) {
            var known = table.caseOf(complaint.source(), complaint.externalId()).flatMap(cases::find);
            if (known.isPresent()) {
                return new Taken(known.get().number(), instanceOf(known.get()), false, true);
            }
        }
        locks.contact(complaint.contact());
        var fitting = directory.find(complaint.contact());
        var customer = customer(complaint.contact(), fitting);
        var received = received(complaint);
        if (customer == null || fitting.isEmpty()) {
            return open(complaint, customer, fitting, received, null);
        }
        locks.customer(customer.number());
        var matter = sameMatter.casesOf(customer.number(), complaint.subject());
        var joinable = SameMatter.joinable(matter);
        return joinable.isPresent()
                ? join(joinable.get(), complaint, received)
                : open(
                        complaint,
                        customer,
                        fitting,
                        received,
                        sameMatter
                                .repeated(matter, received)
                                .map(CaseFile::number)
                                .orElse(null));
    }

    /** Somebody with nothing but a name can neither be recognised nor reached, and gets no entry in the directory. */
    private @Nullable Customer customer(Contact contact, List<Customer> fitting) {
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        var recognisable = contact.customerNumber() != null
                || contact.mail() != null
                || contact.phone() != null
                || contact.address() != null;
        return fitting.isEmpty() && recognisable ? directory.addProspect(contact) : null;
    }

    private Taken join(CaseFile open, NewComplaint complaint, Instant received) {
        var text = complaint.wish() == null ? complaint.narrative() : complaint.narrative() + "\n\n" + complaint.wish();
        table.addArrival(
                open.number(), complaint.source(), complaint.externalId(), complaint.channel(), true, received);
        cases.describeMatter(open.number(), complaint.product(), text);
        if (open.state().equals("unanswered")) {
            voice.replied(open.number(), text);
        } else if (complaint.safetyRisk() || complaint.legalThreat()) {
            voice.contactedAgain(
                    open.number(), complaint.channel(), text, complaint.safetyRisk(), complaint.legalThreat());
        } else {
            voice.contactedAgain(open.number(), complaint.channel(), text);
        }
        if (complaint.mediaThreat()) {
            voice.mediaThreat(open.number(), text);
        }
        if (complaint.channel().equals("regulator")) {
            voice.regulatorInvolved(open.number(), text);
        }
        return new Taken(open.number(), instanceOf(open), true, false);
    }

    private Taken open(
            NewComplaint taken,
            @Nullable Customer customer,
            List<Customer> fitting,
            Instant received,
            @Nullable String repeatOf) {
        var now = clock.instant();
        var customerNumber = customer == null ? null : customer.number();
        var caseNumber = cases.open("CMP", ComplaintProcess.KEY, taken.subject(), customerNumber, now);
        cases.describeParty(caseNumber, taken.contact().name(), taken.contact().mail());
        cases.describeMatter(caseNumber, taken.product(), taken.narrative(), taken.wish());
        var complaint = complaint(caseNumber, taken, customerNumber, received, repeatOf);
        table.add(complaint, taken.contact().customerNumber(), now);
        table.addArrival(caseNumber, taken.source(), taken.externalId(), taken.channel(), false, received);
        if (customer == null) {
            table.addCandidates(
                    caseNumber, fitting.stream().map(Customer::number).toList());
        }
        if (repeatOf != null) {
            cases.link(caseNumber, repeatOf, "repeat-of");
        }
        var canWrite = complaint.mail() != null || (customer != null && customer.mail() != null);
        var instance = process.start(
                complaint, tier(fitting), canWrite, taken.startedBy().equals("form"));
        cases.started(caseNumber, instance.getId());
        if (complaint.mediaThreat()) {
            events.publishEvent(new MediaThreat(caseNumber, complaint.narrative()));
        }
        return new Taken(caseNumber, instance.getId(), false, false);
    }

    private static Complaint complaint(
            String caseNumber,
            NewComplaint taken,
            @Nullable String customerNumber,
            Instant received,
            @Nullable String repeatOf) {
        var contact = taken.contact();
        return new Complaint(
                caseNumber,
                taken.source(),
                taken.externalId(),
                customerNumber,
                contact.name(),
                contact.mail(),
                contact.phone(),
                contact.address(),
                taken.askedFor(),
                taken.channel(),
                taken.subject(),
                taken.product(),
                taken.narrative(),
                taken.wish(),
                taken.urgency() == null ? "normal" : taken.urgency(),
                taken.neededBy(),
                taken.harm() == null ? "none" : taken.harm(),
                taken.safetyRisk(),
                taken.legalThreat(),
                taken.mediaThreat(),
                taken.channel().equals("regulator"),
                contact.language(),
                received,
                repeatOf);
    }

    /** While it is not known who it is, the most valuable of those who fit counts: in doubt the higher (K-4). */
    private static String tier(List<Customer> fitting) {
        return TIERS.stream()
                .filter(tier -> fitting.stream().anyMatch(c -> c.tier().equals(tier)))
                .findFirst()
                .orElse("none");
    }

    private Instant received(NewComplaint complaint) {
        var now = clock.instant();
        var said = complaint.receivedAt();
        return said == null || said.isAfter(now) ? now : said;
    }

    private static String instanceOf(CaseFile file) {
        return Objects.requireNonNull(file.processInstanceId(), "a case that was taken in has a process");
    }
}
