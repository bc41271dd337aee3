package io.amends.customer;

import io.amends.web.LikePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class JdbcCustomerCards implements CustomerCards {

    private static final int SHORTEST_NAME = 3;
    private static final int FEWEST_DIGITS = 5;

    private final JdbcClient jdbc;
    private final CustomerDirectory directory;

    JdbcCustomerCards(JdbcClient jdbc, CustomerDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** Who is meant exactly stands first; names are looked through only where nothing else fits. */
    @Override
    public List<Customer> search(String text, int atMost) {
        String typed = text.strip();
        Map<String, Customer> found = new LinkedHashMap<>();
        if (!typed.isEmpty()) {
            boolean phone = typed.replaceAll("\\D", "").length() >= FEWEST_DIGITS;
            directory
                    .find(new Contact(typed, typed, typed, phone ? typed : null, null, "en"))
                    .forEach(customer -> found.putIfAbsent(customer.number(), customer));
        }
        if (found.isEmpty() && typed.length() >= SHORTEST_NAME) {
            named(typed.toLowerCase(Locale.ROOT), atMost)
                    .forEach(number -> directory.byNumber(number).ifPresent(one -> found.put(number, one)));
        }
        return new ArrayList<>(found.values()).stream().limit(atMost).toList();
    }

    /** The directory has no index on names; so it is read through, and reading ends with the last one wanted. */
    private List<String> named(String start, int atMost) {
        String pattern = LikePattern.beginning(start);
        return jdbc.sql(
                        "select number from customer where lower(name) like ? escape '!' or lower(name) like ? escape '!'"
                                + " order by name, number fetch first ? rows only")
                .params(pattern, "% " + pattern, atMost)
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Wishes> wishes(String customerNumber) {
        return jdbc.sql("""
                        select do_not_contact, do_not_contact_reason, do_not_contact_since, standing, standing_reason, standing_since,
                            mail_bounced_at from customer where number = ?""")
                .param(customerNumber)
                .query((rs, row) -> new Wishes(
                        rs.getBoolean("do_not_contact"),
                        rs.getString("do_not_contact_reason"),
                        instant(rs, "do_not_contact_since"),
                        rs.getString("standing"),
                        rs.getString("standing_reason"),
                        instant(rs, "standing_since"),
                        instant(rs, "mail_bounced_at")))
                .optional();
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
