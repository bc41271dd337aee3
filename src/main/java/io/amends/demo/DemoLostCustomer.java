package io.amends.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One lost customer of {@code demo/lost-customers.yaml} and how far winning them back has come.
 *
 * @param name tells it from the others, also after a restart
 * @param customer number of a demo customer
 * @param note what somebody of the house knows about it
 */
record DemoLostCustomer(
        String name, String customer, String note, @Nullable List<DemoCase.Step> steps) {}
