package io.amends.customer;

import org.jspecify.annotations.Nullable;

/**
 * How a person who turned to us can be recognised and reached.
 *
 * @param customerNumber as on an invoice, or null
 * @param mail one address, or null
 * @param phone as typed; the directory normalises it to E.164
 * @param language {@code en} or {@code zh-CN}
 */
public record Contact(
        @Nullable String customerNumber,
        String name,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String address,
        String language) {

    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 200;

    /** Of a known customer with all ways to reach them, unless somebody else has these, too: then by the number alone. */
    public static Contact reachable(Customer customer, CustomerDirectory directory) {
        Contact own = new Contact(
                customer.number(),
                nameOf(customer),
                customer.mail(),
                customer.phone(),
                customer.address(),
                customer.language());
        return directory.find(own).size() == 1 ? own : byNumber(customer);
    }

    /** Of a known customer, whom the number alone says. */
    public static Contact byNumber(Customer customer) {
        return new Contact(customer.number(), nameOf(customer), null, null, null, customer.language());
    }

    private static String nameOf(Customer customer) {
        String name = customer.name().replaceAll("\\p{Cntrl}+", " ").strip();
        return name.length() < SHORTEST_NAME
                ? customer.number()
                : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
