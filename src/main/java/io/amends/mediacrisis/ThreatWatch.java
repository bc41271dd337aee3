package io.amends.mediacrisis;

import io.amends.casefile.MediaThreat;
import io.amends.complaint.Complaint;
import io.amends.complaint.Complaints;
import io.amends.mediacrisis.MediaThreatTable.Threat;
import io.amends.operations.RepeatedWork;
import io.amends.operations.WorksInRounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns a complaint's threat into a media event (M-1). It is written down with the complaint, and taken up afterwards in a
 * transaction of its own: a crisis that cannot be begun keeps no complaint from being taken in, and is tried again until it is.
 */
@Component
class ThreatWatch implements WorksInRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ThreatWatch.class);
    private static final int AT_ONCE = 50;
    private static final int LONGEST_TITLE = 200;

    private final MediaThreatTable threats;
    private final MediaIntake intake;
    private final Complaints complaints;
    private final TransactionTemplate transaction;
    private final RepeatedWork rounds;

    ThreatWatch(
            MediaThreatTable threats,
            MediaIntake intake,
            Complaints complaints,
            PlatformTransactionManager transactions,
            @Value("${amends.media.threat-poll:PT10S}") Duration pause) {
        this.threats = threats;
        this.intake = intake;
        this.complaints = complaints;
        this.transaction = new TransactionTemplate(transactions);
        this.rounds = new RepeatedWork("media-threats", pause, this::takeUp);
    }

    /** Written down in the complaint's own transaction, so that it is neither lost nor taken up for nothing. */
    @EventListener
    void raised(MediaThreat threat) {
        boolean ours = complaints
                .find(threat.caseNumber())
                .filter(complaint -> complaint.source().equals(BehindTheStory.SOURCE)
                        && complaint.narrative().equals(threat.words()))
                .isPresent();
        if (ours) {
            return;
        }
        threats.add(threat.caseNumber(), threat.words());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    rounds.push();
                }
            });
        } else {
            rounds.push();
        }
    }

    /**
     * Takes up what waits, each by itself.
     *
     * @return how many
     */
    int takeUp() {
        int taken = 0;
        for (Threat threat : threats.waiting(AT_ONCE)) {
            try {
                if (Boolean.TRUE.equals(transaction.execute(status -> take(threat)))) {
                    taken++;
                }
            } catch (RuntimeException e) {
                LOG.warn(
                        "The media threat in {} was not taken up and is tried again: {}",
                        threat.complaintCase(),
                        e.toString());
            }
        }
        return taken;
    }

    private boolean take(Threat threat) {
        if (!threats.take(threat)) {
            return false;
        }
        Complaint complaint = complaints.find(threat.complaintCase()).orElseThrow();
        threats.takenBy(threat, intake.take(event(threat, complaint)).caseNumber());
        return true;
    }

    /** Nothing is published yet; what the complaint says of danger and of authorities decides how bad it is (M-2). */
    private static NewMediaEvent event(Threat threat, Complaint complaint) {
        String title = title(complaint);
        return new NewMediaEvent(
                NewMediaEvent.THREAT,
                "complaint",
                threat.complaintCase() + "/" + threat.digest().substring(0, 16),
                null,
                null,
                title.substring(0, Math.min(LONGEST_TITLE, title.length())),
                null,
                null,
                null,
                threat.words(),
                "local",
                "critical",
                "unclear",
                "few",
                complaint.safetyRisk(),
                complaint.regulator(),
                null,
                threat.complaintCase(),
                null,
                null,
                false,
                false);
    }

    /** What it is about, as it may stand on a letter: neither that somebody threatens, nor the number of their complaint. */
    private static String title(Complaint complaint) {
        String product = complaint.product();
        if (product != null && !product.isBlank()) {
            return product.replaceAll("\\s+", " ").strip();
        }
        return complaint.subject().equals("other")
                ? "A customer's complaint"
                : "A complaint about " + complaint.subject();
    }

    @Override
    public RepeatedWork rounds() {
        return rounds;
    }
}
