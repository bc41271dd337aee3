package io.amends.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory in our own tables. */
@Service
class JdbcCustomerDirectory implements CustomerDirectory {

    private static final String COLUMNS =
            "number, name, mail, phone, address, language, tier, prospect, do_not_contact, satisfaction, at_risk_since";

    private final JdbcClient jdbc;
    private final PhoneNumbers phones;
    private final Clock clock;

    JdbcCustomerDirectory(JdbcClient jdbc, PhoneNumbers phones, Clock clock) {
        this.jdbc = jdbc;
        this.phones = phones;
        this.clock = clock;
    }

    @Override
    public List<Customer> find(Contact contact) {
        var named = Optional.ofNullable(contact.customerNumber()).flatMap(this::byNumber);
        var reachable = reachable(contact);
        // a number with somebody else's mail or phone is a choice for a person, never a silent guess
        return Stream.concat(named.stream(), reachable.stream()).distinct().toList();
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
    public void neverContactAgain(String customerNumber, String reason) {
        jdbc.sql("""
                        update customer set do_not_contact = true, do_not_contact_reason = ?, do_not_contact_since = ?
                        where number = ? and do_not_contact = false""")
                .params(reason.substring(0, Math.min(500, reason.length())), now(), customerNumber)
                .update();
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
