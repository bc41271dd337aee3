package io.amends.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings phone numbers into one shape, so that the same number is found however it was typed (K-2). */
@Component
public class PhoneNumbers {

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final String region;

    PhoneNumbers(CustomerProperties properties) {
        this.region = properties.defaultRegion();
    }

    /** E.164 where it can be read, else its digits as typed: a number is never lost. */
    public @Nullable String normalised(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var read = read(typed);
        if (read.isPresent()) {
            return read.get();
        }
        var digits = PhoneNumberUtil.normalizeDigitsOnly(typed);
        return digits.isEmpty() ? null : digits.substring(0, Math.min(40, digits.length()));
    }

    /** E.164, or empty for what is no phone number. */
    public Optional<String> read(String typed) {
        try {
            var number = util.parse(typed, region);
            return util.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(util.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }
}
