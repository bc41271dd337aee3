package io.amends.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory in our own tables. */
@Service
class JdbcCustomerDirectory implements CustomerDirectory {

    private static final String COLUMNS =
            "number, name, mail, phone, address, language, tier, prospect, do_not_contact, satisfaction, at_risk_since";

    // a statement takes so many values on both databases
    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final PhoneNumbers phones;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    JdbcCustomerDirectory(JdbcClient jdbc, PhoneNumbers phones, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.phones = phones;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public List<Customer> find(Contact contact) {
        // who was erased comes as somebody new: nothing may tie them to what was before
        var named = Optional.ofNullable(contact.customerNumber())
                .flatMap(this::byNumber)
                .filter(customer -> !erased(customer.number()));
        var reachable = reachable(contact);
        // a number with somebody else's mail or phone is a choice for a person, never a silent guess
        return Stream.concat(named.stream(), reachable.stream()).distinct().toList();
    }

    private boolean erased(String number) {
        return jdbc.sql("select count(*) from customer where number = ? and erased_at is not null")
                        .param(number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<Customer> reachable(Contact contact) {
        var mail = mail(contact.mail());
        var phone = phones.normalised(contact.phone());
        if (mail == null && phone == null) {
            return List.of();
        }
        // a union, because "or" over two columns keeps H2 from using either index
        return jdbc
                .sql("select " + COLUMNS + " from customer where mail = :mail union select " + COLUMNS
                        + " from customer where phone = :phone")
                .param("mail", mail == null ? "" : mail)
                .param("phone", phone == null ? "" : phone)
                .query(JdbcCustomerDirectory::customer)
                .list()
                .stream()
                .sorted(bestFirst(mail, phone))
                .toList();
    }

    @Override
    public Optional<Customer> byNumber(String customerNumber) {
        var typed = customerNumber.strip();
        return row(typed).or(() -> row(typed.toUpperCase(Locale.ROOT)));
    }

    @Override
    @Transactional
    public Customer addProspect(Contact contact) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into customer_prospect (since) values (?)")
                .param(now())
                .update(key, "id");
        var number = "P-%06d".formatted(key.getKeyAs(Number.class).longValue());
        jdbc.sql("""
                        insert into customer (number, name, mail, phone, address, language, prospect)
                        values (?, ?, ?, ?, ?, ?, true)""")
                .params(
                        number,
                        contact.name(),
                        mail(contact.mail()),
                        phones.normalised(contact.phone()),
                        contact.address(),
                        contact.language())
                .update();
        return row(number).orElseThrow();
    }

    @Override
    public List<Purchase> purchases(String customerNumber, int atMost) {
        return jdbc.sql("""
                        select external_id, bought_at, amount, currency, what from purchase
                        where customer_number = ? order by bought_at desc, id desc
                        fetch first ? rows only""")
                .params(customerNumber, atMost)
                .query((rs, i) -> new Purchase(
                        rs.getString("external_id"),
                        rs.getObject("bought_at", OffsetDateTime.class).toInstant(),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency"),
                        rs.getString("what")))
                .list();
    }

    @Override
    public List<Agreement> agreements(String customerNumber) {
        return jdbc.sql("""
                        select external_id, kind, what, began_on, ends_on from agreement
                        where customer_number = ? order by ends_on desc, id""")
                .param(customerNumber)
                .query((rs, i) -> new Agreement(
                        rs.getString("external_id"),
                        rs.getString("kind"),
                        rs.getString("what"),
                        rs.getObject("began_on", LocalDate.class),
                        rs.getObject("ends_on", LocalDate.class)))
                .list();
    }

    @Override
    @Transactional
    public void recordSatisfaction(String customerNumber, String caseNumber, Satisfaction.Moment moment, int score) {
        if (score < 0 || score > 10) {
            throw new IllegalArgumentException("Not a satisfaction, which is 0 to 10: " + score);
        }
        jdbc.sql("""
                        insert into customer_satisfaction (customer_number, case_number, moment, score, recorded_at)
                        values (?, ?, ?, ?, ?)""")
                .params(customerNumber, caseNumber, moment.code(), score, now())
                .update();
        jdbc.sql("update customer set satisfaction = ? where number = ?")
                .params(score, customerNumber)
                .update();
    }

    @Override
    public void recordSatisfactionBefore(String customerNumber, String caseNumber) {
        jdbc.sql("""
                        insert into customer_satisfaction (customer_number, case_number, moment, score, recorded_at)
                        select c.number, :case, 'before', c.satisfaction, cast(:now as timestamp with time zone)
                        from customer c where c.number = :number and c.satisfaction is not null
                            and not exists (select 1 from customer_satisfaction s where s.case_number = :case)""")
                .param("case", caseNumber)
                .param("now", now())
                .param("number", customerNumber)
                .update();
    }

    @Override
    public List<Satisfaction> satisfactionOf(String caseNumber) {
        return jdbc.sql(
                        "select moment, score, recorded_at from customer_satisfaction where case_number = ? order by id")
                .param(caseNumber)
                .query((rs, row) -> new Satisfaction(
                        Satisfaction.Moment.of(rs.getString("moment")),
                        rs.getInt("score"),
                        rs.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void watchAsAtRisk(String customerNumber, String caseNumber) {
        jdbc.sql("""
                        update customer set at_risk_since = ?, at_risk_case = ?
                        where number = ? and at_risk_since is null""").params(now(), caseNumber, customerNumber).update();
    }

    @Override
    @Transactional
    public void neverContactAgain(String customerNumber, String reason) {
        if (contact(customerNumber, true, reason)) {
            events.publishEvent(new AskedNotToBeContacted(customerNumber, reason));
        }
    }

    @Override
    public void mayContactAgain(String customerNumber, String reason) {
        contact(customerNumber, false, reason);
    }

    /** Returns whether it changed anything. */
    private boolean contact(String customerNumber, boolean never, String reason) {
        return jdbc.sql("""
                        update customer set do_not_contact = ?, do_not_contact_reason = ?, do_not_contact_since = ?
                        where number = ? and do_not_contact <> ?""")
                        .params(never, shortened(reason), now(), customerNumber, never)
                        .update()
                > 0;
    }

    @Override
    public Map<String, Standing> standings(Collection<String> customerNumbers) {
        Map<String, Standing> standings = new HashMap<>();
        var numbers = List.copyOf(new LinkedHashSet<>(customerNumbers));
        for (var from = 0; from < numbers.size(); from += AT_ONCE) {
            addStandings(numbers.subList(from, Math.min(from + AT_ONCE, numbers.size())), standings);
        }
        return standings;
    }

    private void addStandings(List<String> numbers, Map<String, Standing> standings) {
        jdbc.sql("""
                        select c.number, c.do_not_contact, c.standing, c.phone, c.mail, c.address, c.mail_bounced_at,
                            k.channel, k.granted
                        from customer c left join customer_consent k on k.customer_number = c.number
                        where c.number in (:numbers)""").param("numbers", numbers).query((ResultSet rs) -> {
            var standing = standings.get(rs.getString("number"));
            if (standing == null) {
                standing = standing(rs);
                standings.put(rs.getString("number"), standing);
            }
            var channel = rs.getString("channel");
            if (channel != null) {
                standing.consents().put(channel, rs.getBoolean("granted"));
            }
        });
    }

    @Override
    public void mailBounced(String mail) {
        jdbc.sql("update customer set mail_bounced_at = ? where mail = ? and mail_bounced_at is null")
                .params(now(), mail(mail))
                .update();
    }

    @Override
    public void mailWorksAgain(String customerNumber, String mail) {
        jdbc.sql("update customer set mail = ?, mail_bounced_at = null where number = ?")
                .params(mail(mail), customerNumber)
                .update();
    }

    @Override
    @Transactional
    public void setConsent(String customerNumber, String channel, boolean granted) {
        if (!Standing.CHANNELS.contains(channel)) {
            throw new IllegalArgumentException("Not a channel: " + channel);
        }
        jdbc.sql("""
                        merge into customer_consent k
                        using (select number from customer where number = :number) c
                            on (k.customer_number = c.number and k.channel = :channel)
                        when matched and k.granted <> :granted then update set granted = :granted, since = :now
                        when not matched then insert (customer_number, channel, granted, since)
                            values (c.number, :channel, :granted, :now)""")
                .param("number", customerNumber)
                .param("channel", channel)
                .param("granted", granted)
                .param("now", now())
                .update();
    }

    @Override
    public void setStanding(String customerNumber, String standing, String reason) {
        if (!Standing.CODES.contains(standing)) {
            throw new IllegalArgumentException("Not a standing: " + standing);
        }
        jdbc.sql("""
                        update customer set standing = ?, standing_reason = ?, standing_since = ?
                        where number = ? and standing <> ?""")
                .params(standing, shortened(reason), now(), customerNumber, standing)
                .update();
    }

    @Override
    public Optional<String> contactHours(String customerNumber) {
        return jdbc.sql("select contact_hours from customer where number = ? and contact_hours is not null")
                .param(customerNumber)
                .query(String.class)
                .optional();
    }

    private static Standing standing(ResultSet rs) throws SQLException {
        return new Standing(
                rs.getBoolean("do_not_contact"),
                rs.getString("standing"),
                rs.getString("phone") != null,
                rs.getString("mail") != null,
                rs.getString("address") != null,
                rs.getObject("mail_bounced_at", OffsetDateTime.class) != null,
                new HashMap<>());
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(500, reason.length()));
    }

    static @Nullable String mail(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip().toLowerCase(Locale.ROOT);
    }

    private Optional<Customer> row(String number) {
        return jdbc.sql("select " + COLUMNS + " from customer where number = ?")
                .param(number)
                .query(JdbcCustomerDirectory::customer)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Comparator<Customer> bestFirst(@Nullable String mail, @Nullable String phone) {
        Comparator<Customer> byMatches = Comparator.comparingInt(c ->
                (mail != null && mail.equals(c.mail()) ? -2 : 0) + (phone != null && phone.equals(c.phone()) ? -1 : 0));
        return byMatches.thenComparing(Customer::prospect).thenComparing(Customer::number);
    }

    private static Customer customer(ResultSet rs, int row) throws SQLException {
        return new Customer(
                rs.getString("number"),
                rs.getString("name"),
                rs.getString("mail"),
                rs.getString("phone"),
                rs.getString("address"),
                rs.getString("language"),
                rs.getString("tier"),
                rs.getBoolean("prospect"),
                rs.getBoolean("do_not_contact"),
                rs.getObject("satisfaction", Integer.class),
                instant(rs.getObject("at_risk_since", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
