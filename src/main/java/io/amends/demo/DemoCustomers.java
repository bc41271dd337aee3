package io.amends.demo;

import io.amends.customer.Contact;
import io.amends.customer.CustomerRegister.NewCustomer;
import io.amends.customer.CustomerRegister.NewPurchase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Customers that are the same in every demo, with purchases over the two years before it began. */
final class DemoCustomers {

    private static final int CUSTOMERS = 190;
    private static final int PROSPECTS = 10;
    private static final int DAYS = 730;

    private final List<NewCustomer> customers = new ArrayList<>();
    private final List<NewPurchase> purchases = new ArrayList<>();
    private final List<Contact> prospects = new ArrayList<>();
    private final Instant now;

    private DemoCustomers(Instant now) {
        this.now = now;
    }

    static DemoCustomers asOf(Instant now) {
        DemoCustomers made = new DemoCustomers(now);
        for (int i = 0; i < CUSTOMERS; i++) {
            made.addCustomer(i);
        }
        for (int i = CUSTOMERS; i < CUSTOMERS + PROSPECTS; i++) {
            made.addProspect(i);
        }
        return made;
    }

    List<NewCustomer> customers() {
        return customers;
    }

    List<NewPurchase> purchases() {
        return purchases;
    }

    /** People who asked once and never bought. */
    List<Contact> prospects() {
        return prospects;
    }

    private void addCustomer(int i) {
        SplittableRandom random = random(i);
        Somebody somebody = somebody(i, random);
        String number = String.format(Locale.ROOT, "C-%06d", 101 + i);
        boolean leftAlone = i % 43 == 18;
        customers.add(new NewCustomer(
                number,
                somebody.name(),
                somebody.mail(),
                somebody.phone(),
                somebody.address(),
                somebody.language(),
                leftAlone ? "Asked us in writing not to be contacted" : null,
                i % 6 == 3 ? "after 16:00" : null,
                consents(random, leftAlone),
                "active"));
        addPurchases(number, i, random);
    }

    private void addProspect(int i) {
        Somebody somebody = somebody(i, random(i));
        prospects.add(new Contact(
                null, somebody.name(), somebody.mail(), somebody.phone(), somebody.address(), somebody.language()));
    }

    private void addPurchases(String number, int i, SplittableRandom random) {
        int count = 2 + random.nextInt(39);
        // one in eight stopped buying half a year ago
        int lastDay = i % 8 == 6 ? 200 : 2;
        for (int n = 0; n < count; n++) {
            DemoNames.Good good = pick(DemoNames.GOODS, random);
            int pence = good.fromPence() + random.nextInt(good.toPence() - good.fromPence());
            int daysAgo = lastDay + random.nextInt(DAYS - lastDay);
            Instant boughtAt = now.minus(Duration.ofDays(daysAgo)).minusSeconds(random.nextInt(8 * 3600));
            String id = String.format(Locale.ROOT, "INV-%d-%02d", 101 + i, n + 1);
            purchases.add(purchase(id, number, boughtAt, pence, good.name(), "sale"));
            if (random.nextInt(25) == 0) {
                Instant cancelled = boughtAt.plus(Duration.ofHours(20));
                purchases.add(purchase("X-" + id, number, cancelled, -pence, good.name(), "cancellation"));
            }
        }
    }

    private static NewPurchase purchase(
            String id, String number, Instant boughtAt, int pence, String what, String kind) {
        return new NewPurchase(id, number, boughtAt, BigDecimal.valueOf(pence, 2), "GBP", what, kind);
    }

    private static Map<String, Boolean> consents(SplittableRandom random, boolean leftAlone) {
        Map<String, Boolean> consents = new LinkedHashMap<>();
        consents.put("mail", !leftAlone && random.nextInt(10) > 0);
        consents.put("phone", !leftAlone && random.nextInt(10) > 2);
        return consents;
    }

    private static Somebody somebody(int i, SplittableRandom random) {
        String domain = random.nextBoolean() ? "@example.org" : "@example.net";
        boolean chinese = i % 5 == 4;
        String name;
        String mail;
        if (chinese) {
            DemoNames.Chinese family = pick(DemoNames.FAMILY, random);
            DemoNames.Chinese given = pick(DemoNames.GIVEN, random);
            name = family.written() + given.written();
            mail = given.pinyin() + "." + family.pinyin() + (101 + i) + domain;
        } else {
            String first = pick(DemoNames.FIRST, random);
            String last = pick(DemoNames.LAST, random);
            name = first + " " + last;
            mail = first.toLowerCase(Locale.ROOT) + "." + last.toLowerCase(Locale.ROOT) + (101 + i) + domain;
        }
        Home home = home(i);
        return new Somebody(
                name,
                i % 10 == 7 ? null : mail,
                i % 12 == 5 ? null : home.phone(),
                home.address(),
                chinese ? "zh-CN" : "en");
    }

    // a few live together and share a telephone, so that a call can fit two customers
    private static Home home(int i) {
        int household = i % 40 == 21 ? i - 1 : i;
        SplittableRandom random = random(1000 + household);
        DemoNames.City city = pick(DemoNames.CITIES, random);
        return new Home(
                city.prefix() + String.format(Locale.ROOT, "%03d", household),
                (1 + random.nextInt(180)) + " " + pick(DemoNames.STREETS, random) + ", " + city.name());
    }

    private static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    // each has a seed of its own, so that one more word for one person does not change all others
    private static SplittableRandom random(int i) {
        return new SplittableRandom(i);
    }

    private record Somebody(
            String name, @Nullable String mail, @Nullable String phone, String address, String language) {}

    private record Home(String phone, String address) {}
}
