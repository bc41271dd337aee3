package io.amends.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcCustomerRegister implements CustomerRegister {

    private final JdbcClient jdbc;
    private final PhoneNumbers phones;
    private final Clock clock;

    JdbcCustomerRegister(JdbcClient jdbc, PhoneNumbers phones, Clock clock) {
        this.jdbc = jdbc;
        this.phones = phones;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Boolean> addCustomers(List<NewCustomer> customers) {
        var fresh = new ArrayList<Boolean>(customers.size());
        for (var customer : customers) {
            fresh.add(add(customer));
        }
        return fresh;
    }

    @Override
    @Transactional
    public List<Boolean> addPurchases(String source, List<NewPurchase> purchases) {
        var fresh = new ArrayList<Boolean>(purchases.size());
        for (var purchase : purchases) {
            fresh.add(add(source, purchase));
        }
        return fresh;
    }

    /** A = the customers who together bring the first 80 % of the value, whoever crosses the line included; B the next 15 %. */
    @Override
    @Transactional
    public void recomputeTiers() {
        jdbc.sql("""
                        merge into customer c using (
                            select number, case
                                when purchases = 0 then 'none'
                                when worth <= 0 then 'C'
                                when up_to - worth < 0.80 * total then 'A'
                                when up_to - worth < 0.95 * total then 'B'
                                else 'C' end as tier
                            from (
                                select number, purchases, worth,
                                    sum(worth) over (order by worth desc, number rows unbounded preceding) as up_to,
                                    sum(worth) over () as total
                                from (
                                    select k.number, count(p.id) as purchases,
                                        case when sum(p.amount) > 0 then sum(p.amount) else 0 end as worth
                                    from customer k left join purchase p on p.customer_number = k.number
                                    group by k.number
                                ) valued
                            ) ranked
                        ) t on (c.number = t.number)
                        when matched and c.tier <> t.tier then update set tier = t.tier""").update();
    }

    private boolean add(NewCustomer customer) {
        if (jdbc.sql("select 1 from customer where number = ?")
                .param(customer.number())
                .query(Integer.class)
                .optional()
                .isPresent()) {
            return false;
        }
        var now = now();
        var silent = customer.doNotContactReason() != null;
        jdbc.sql("""
                        insert into customer (number, name, mail, phone, address, language,
                            do_not_contact, do_not_contact_reason, do_not_contact_since, contact_hours)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        customer.number(),
                        customer.name(),
                        JdbcCustomerDirectory.mail(customer.mail()),
                        phones.normalised(customer.phone()),
                        customer.address(),
                        customer.language(),
                        silent,
                        customer.doNotContactReason(),
                        silent ? now : null,
                        customer.contactHours())
                .update();
        customer.consents().forEach((channel, granted) -> jdbc.sql(
                        "insert into customer_consent (customer_number, channel, granted, since) values (?, ?, ?, ?)")
                .params(customer.number(), channel, granted, now)
                .update());
        return true;
    }

    private boolean add(String source, NewPurchase purchase) {
        if (jdbc.sql("select 1 from purchase where external_id = ? and source = ?")
                .params(purchase.externalId(), source)
                .query(Integer.class)
                .optional()
                .isPresent()) {
            return false;
        }
        jdbc.sql("""
                        insert into purchase (source, external_id, customer_number, bought_at, bought_on, amount, currency, what, kind)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        source,
                        purchase.externalId(),
                        purchase.customerNumber(),
                        purchase.boughtAt().atOffset(ZoneOffset.UTC),
                        LocalDate.ofInstant(purchase.boughtAt(), clock.getZone()),
                        purchase.amount(),
                        purchase.currency().toUpperCase(Locale.ROOT),
                        purchase.what(),
                        purchase.kind())
                .update();
        return true;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
