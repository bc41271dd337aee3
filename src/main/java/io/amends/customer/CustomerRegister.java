package io.amends.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes in what other systems know: customers, what they bought and what they agreed to. What is known already is never changed by it. */
public interface CustomerRegister {

    /**
     * Takes customers in whose numbers are not known yet.
     *
     * @return for each, whether it was new
     */
    List<Boolean> addCustomers(List<NewCustomer> customers);

    /**
     * Takes purchases in whose ids are not known yet; their customers must be known.
     *
     * @return for each, whether it was new
     * @throws IllegalArgumentException for a currency without a rate to the house's
     */
    List<Boolean> addPurchases(String source, List<NewPurchase> purchases);

    /**
     * Takes agreements in whose ids are not known yet; their customers must be known.
     *
     * @return for each, whether it was new
     */
    List<Boolean> addAgreements(String source, List<NewAgreement> agreements);

    /**
     * A customer of another system.
     *
     * @param phone as typed
     * @param contactHours when the customer likes to be called, in words, or null
     * @param consents channel to granted or refused; a channel that is missing was never asked about
     * @param standing {@code active}, {@code deceased} or {@code fraud}
     */
    record NewCustomer(
            String number,
            String name,
            @Nullable String mail,
            @Nullable String phone,
            @Nullable String address,
            String language,
            @Nullable String doNotContactReason,
            @Nullable String contactHours,
            Map<String, Boolean> consents,
            String standing) {}

    /**
     * A purchase of another system.
     *
     * @param amount negative for a cancellation
     * @param kind {@code sale}, {@code cancellation}, or another word of the shop
     */
    record NewPurchase(
            String externalId,
            String customerNumber,
            Instant boughtAt,
            BigDecimal amount,
            String currency,
            String what,
            String kind) {}

    /**
     * An agreement of another system.
     *
     * @param kind {@code contract}, {@code loan}, {@code warranty}, or {@code account} for one that was closed
     * @param endsOn of an account the day on which it was closed
     */
    record NewAgreement(
            String externalId,
            String customerNumber,
            String kind,
            String what,
            @Nullable LocalDate beganOn,
            LocalDate endsOn) {}
}
