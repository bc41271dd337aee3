package io.amends.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.customer.Standing;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By which channels somebody may be reached, and why by none (L-2). */
class ReachableTest {

    @Test
    void a_channel_needs_an_address_and_no_refusal() {
        assertThat(reachable(true, true, true, false, Map.of()).channels())
                .containsExactlyInAnyOrder(Channel.PHONE, Channel.MAIL, Channel.POST, Channel.MESSAGE);
        assertThat(reachable(true, true, false, false, Map.of("mail", false)).channels())
                .containsExactlyInAnyOrder(Channel.PHONE, Channel.MESSAGE);
        assertThat(reachable(false, true, false, false, Map.of("phone", true)).channels())
                .containsExactly(Channel.MAIL);
    }

    @Test
    void who_may_neither_be_called_nor_written_to_is_out_of_reach_whatever_else_is_open() {
        Reachable byPostOnly = reachable(true, true, true, false, Map.of("phone", false, "mail", false));
        assertThat(byPostOnly.channels()).containsExactlyInAnyOrder(Channel.POST, Channel.MESSAGE);
        assertThat(byPostOnly.outOfReach()).isTrue();
        assertThat(byPostOnly.noChannel()).isEqualTo(SkipReason.NO_CONSENT);
        assertThat(reachable(true, false, false, false, Map.of("mail", false)).outOfReach())
                .isFalse();
    }

    @Test
    void mail_that_comes_back_is_no_channel_whatever_was_allowed() {
        assertThat(reachable(false, true, true, true, Map.of("mail", true)).channels())
                .containsExactly(Channel.POST);
    }

    @Test
    void where_a_yes_is_needed_silence_is_none() {
        Standing standing = new Standing(false, "active", true, true, false, false, Map.of("mail", true));
        assertThat(new Reachable(standing, true).channels()).containsExactly(Channel.MAIL);
        assertThat(new Reachable(new Standing(false, "active", true, true, false, false, Map.of()), true).noChannel())
                .isEqualTo(SkipReason.NO_CONSENT);
    }

    @Test
    void a_refusal_is_named_before_a_bounce_and_a_bounce_before_nothing() {
        Map<String, Boolean> noCalls = Map.of("phone", false, "message", false);
        assertThat(reachable(true, true, false, true, noCalls).noChannel()).isEqualTo(SkipReason.NO_CONSENT);
        assertThat(reachable(false, true, false, true, noCalls).noChannel()).isEqualTo(SkipReason.BOUNCED_ADDRESS);
        assertThat(reachable(false, false, false, true, noCalls).noChannel()).isEqualTo(SkipReason.NO_ADDRESS);
        assertThat(new Reachable(null, false).noChannel()).isEqualTo(SkipReason.NO_ADDRESS);
        assertThat(new Reachable(null, false).channels()).isEmpty();
    }

    @Test
    void who_died_is_named_before_fraud_and_before_their_wish() {
        assertThat(forbidden(true, "deceased")).contains(SkipReason.DECEASED);
        assertThat(forbidden(true, "fraud")).contains(SkipReason.FRAUD);
        assertThat(forbidden(true, "active")).contains(SkipReason.DO_NOT_CONTACT);
        assertThat(forbidden(false, "active")).isEmpty();
    }

    private static java.util.Optional<SkipReason> forbidden(boolean wish, String standing) {
        return new Reachable(new Standing(wish, standing, true, true, false, false, Map.of()), false).forbidden();
    }

    private static Reachable reachable(
            boolean phone, boolean mail, boolean address, boolean bounced, Map<String, Boolean> consents) {
        return new Reachable(new Standing(false, "active", phone, mail, address, bounced, consents), false);
    }
}
