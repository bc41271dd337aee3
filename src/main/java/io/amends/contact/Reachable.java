package io.amends.contact;

import io.amends.customer.Standing;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which channels a customer may be reached, and why by none (L-2).
 *
 * @param standing what the directory knows, or null for a number that it does not know
 * @param yesNeeded whether a channel needs an express yes; else no refusal is enough
 */
record Reachable(@Nullable Standing standing, boolean yesNeeded) {

    private static final Set<Channel> OUTREACH = EnumSet.of(Channel.PHONE, Channel.MAIL);

    /** What forbids every channel. */
    Optional<SkipReason> forbidden() {
        if (standing == null) {
            return Optional.empty();
        }
        return switch (standing.standing()) {
            case "deceased" -> Optional.of(SkipReason.DECEASED);
            case "fraud" -> Optional.of(SkipReason.FRAUD);
            default -> standing.doNotContact() ? Optional.of(SkipReason.DO_NOT_CONTACT) : Optional.empty();
        };
    }

    Set<Channel> channels() {
        Set<Channel> open = EnumSet.noneOf(Channel.class);
        Arrays.stream(Channel.values())
                .filter(channel -> exists(channel) && !comesBack(channel) && !withheld(channel))
                .forEach(open::add);
        return open;
    }

    /** The house calls and writes of its own accord; by post and text messages it only answers. */
    boolean outOfReach() {
        return Collections.disjoint(channels(), OUTREACH);
    }

    /** Why they can neither be called nor written to: a refusal before an address that does not work before none at all. */
    SkipReason noChannel() {
        if (OUTREACH.stream().anyMatch(channel -> exists(channel) && withheld(channel))) {
            return SkipReason.NO_CONSENT;
        }
        return comesBack(Channel.MAIL) ? SkipReason.BOUNCED_ADDRESS : SkipReason.NO_ADDRESS;
    }

    boolean refused(Channel channel) {
        return standing != null && Boolean.FALSE.equals(standing.consents().get(channel.code()));
    }

    boolean comesBack(Channel channel) {
        return standing != null && channel == Channel.MAIL && standing.hasMail() && standing.mailBounced();
    }

    private boolean withheld(Channel channel) {
        return refused(channel)
                || (yesNeeded
                        && standing != null
                        && !Boolean.TRUE.equals(standing.consents().get(channel.code())));
    }

    private boolean exists(Channel channel) {
        if (standing == null) {
            return false;
        }
        return switch (channel) {
            case PHONE, MESSAGE -> standing.hasPhone();
            case MAIL -> standing.hasMail();
            case POST -> standing.hasAddress();
        };
    }
}
