package io.amends.demo;

import io.amends.customer.CustomerDirectory;
import io.amends.customer.CustomerRegister;
import io.amends.customer.CustomerValues;
import io.amends.mediaregister.MediaKeeper;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills a new database with customers, a media register and cases, once. */
@Component
@Profile("demo")
class DemoData {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final String CUSTOMERS = "customers";
    private static final String CASES = "cases";
    private static final String LOST_CUSTOMERS = "lost-customers";
    private static final String MEDIA_CRISES = "media-crises";
    private static final String ROSTER = "call-out-roster";
    private static final String MEDIA = "media-register";
    private static final String MEDIA_KEEPER = "media";
    private static final int AT_ONCE = 200;

    private final CustomerRegister register;
    private final CustomerDirectory directory;
    private final CustomerValues values;
    private final DemoCases cases;
    private final DemoLostCustomers lostCustomers;
    private final DemoMediaCrises mediaCrises;
    private final DemoRoster roster;
    private final MediaKeeper media;
    private final DemoMarks marks;
    private final Clock clock;

    DemoData(
            CustomerRegister register,
            CustomerDirectory directory,
            CustomerValues values,
            DemoCases cases,
            DemoLostCustomers lostCustomers,
            DemoMediaCrises mediaCrises,
            DemoRoster roster,
            MediaKeeper media,
            DemoMarks marks,
            Clock clock) {
        this.register = register;
        this.directory = directory;
        this.values = values;
        this.cases = cases;
        this.lostCustomers = lostCustomers;
        this.mediaCrises = mediaCrises;
        this.roster = roster;
        this.media = media;
        this.marks = marks;
        this.clock = clock;
    }

    void make() throws IOException {
        if (!marks.has(CUSTOMERS)) {
            makeCustomers();
            marks.set(CUSTOMERS);
        }
        if (!marks.has(ROSTER)) {
            roster.make();
            marks.set(ROSTER);
        }
        if (!marks.has(MEDIA)) {
            makeMedia();
            marks.set(MEDIA);
        }
        if (!marks.has(CASES)) {
            LOG.info("Made {} demo cases", cases.make());
            marks.set(CASES);
        }
        if (!marks.has(LOST_CUSTOMERS)) {
            LOG.info("Made {} lost customers' demo cases", lostCustomers.make());
            marks.set(LOST_CUSTOMERS);
        }
        if (!marks.has(MEDIA_CRISES)) {
            LOG.info("Made {} media crises' demo cases", mediaCrises.make());
            marks.set(MEDIA_CRISES);
        }
    }

    private void makeCustomers() {
        DemoCustomers made = DemoCustomers.asOf(clock.instant());
        inChunks(made.customers(), register::addCustomers);
        inChunks(made.purchases(), chunk -> register.addPurchases("demo", chunk));
        made.prospects().stream()
                .filter(prospect -> directory.find(prospect).isEmpty())
                .forEach(directory::addProspect);
        values.bringUpToDate();
        LOG.info(
                "Made {} demo customers with {} purchases",
                made.customers().size() + made.prospects().size(),
                made.purchases().size());
    }

    private void makeMedia() throws IOException {
        DemoMedia made = DemoScript.media();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        int people = media.add(made.entries()).size();
        made.spokespersons()
                .forEach(one -> media.enlist(one.userId(), today.minusDays(one.trainedDaysAgo()), MEDIA_KEEPER));
        LOG.info(
                "Made a media register of {} outlets and {} people",
                made.outlets().size(),
                people);
    }

    private static <T> void inChunks(List<T> all, Consumer<List<T>> consumer) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            consumer.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }
}
