package io.amends.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcCustomerRegister implements CustomerRegister {

    private final JdbcClient jdbc;
    private final PhoneNumbers phones;
    private final HouseMoney money;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    JdbcCustomerRegister(
            JdbcClient jdbc, PhoneNumbers phones, HouseMoney money, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.phones = phones;
        this.money = money;
        this.clock = clock;
        this.events = events;
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
        var buyers = new LinkedHashSet<String>();
        for (var purchase : purchases) {
            var isNew = add(source, purchase);
            fresh.add(isNew);
            if (isNew && purchase.amount().signum() > 0) {
                buyers.add(purchase.customerNumber());
            }
        }
        if (!buyers.isEmpty()) {
            events.publishEvent(new CustomersBought(buyers));
        }
        return fresh;
    }

    @Override
    @Transactional
    public List<Boolean> addAgreements(String source, List<NewAgreement> agreements) {
        var fresh = new ArrayList<Boolean>(agreements.size());
        for (var agreement : agreements) {
            fresh.add(add(source, agreement));
        }
        return fresh;
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
                            do_not_contact, do_not_contact_reason, do_not_contact_since, contact_hours, standing)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
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
                        customer.contactHours(),
                        customer.standing())
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
        var currency = purchase.currency().toUpperCase(Locale.ROOT);
        jdbc.sql("""
                        insert into purchase (source, external_id, customer_number, bought_at, bought_on, amount, currency,
                            house_amount, what, kind)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        source,
                        purchase.externalId(),
                        purchase.customerNumber(),
                        purchase.boughtAt().atOffset(ZoneOffset.UTC),
                        LocalDate.ofInstant(purchase.boughtAt(), clock.getZone()),
                        purchase.amount(),
                        currency,
                        money.of(purchase.amount(), currency)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "No rate from %s to %s is set".formatted(currency, money.currency()))),
                        purchase.what(),
                        purchase.kind())
                .update();
        return true;
    }

    private boolean add(String source, NewAgreement agreement) {
        if (jdbc.sql("select 1 from agreement where external_id = ? and source = ?")
                .params(agreement.externalId(), source)
                .query(Integer.class)
                .optional()
                .isPresent()) {
            return false;
        }
        jdbc.sql("""
                        insert into agreement (source, external_id, customer_number, kind, what, began_on, ends_on)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        source,
                        agreement.externalId(),
                        agreement.customerNumber(),
                        agreement.kind(),
                        agreement.what(),
                        agreement.beganOn(),
                        agreement.endsOn())
                .update();
        return true;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
