package org.ringdesk.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.io.Serializable;
import java.util.Optional;

/** A telephone number in E.164, e.g. {@code +493023125042}. */
public record PhoneNumber(String e164) implements Serializable {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    public PhoneNumber {
        if (!e164.matches("\\+[1-9]\\d{3,14}")) {
            throw new IllegalArgumentException("Not an E.164 number: " + e164);
        }
    }

    /**
     * Reads what a network or a person gives: international, or national as dialled in the country.
     *
     * @param country ISO 3166 alpha-2, whose national form is assumed when there is no plus
     * @return empty when it cannot be a number
     */
    public static Optional<PhoneNumber> read(String text, String country) {
        try {
            Phonenumber.PhoneNumber parsed = NUMBERS.parse(text, country);
            return NUMBERS.isPossibleNumber(parsed)
                    ? Optional.of(new PhoneNumber(NUMBERS.format(parsed, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** As people in {@code country} write it: national for a number of theirs, international for others. */
    public String display(String country) {
        Phonenumber.PhoneNumber parsed = parsed();
        boolean domestic = NUMBERS.getCountryCodeForRegion(country) == parsed.getCountryCode();
        return NUMBERS.format(parsed, domestic ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    public String international() {
        return NUMBERS.format(parsed(), PhoneNumberFormat.INTERNATIONAL);
    }

    /** ISO 3166 alpha-2 of the number's country, or {@code ZZ} when it has none. */
    public String country() {
        String region = NUMBERS.getRegionCodeForNumber(parsed());
        return region == null ? "ZZ" : region;
    }

    private Phonenumber.PhoneNumber parsed() {
        try {
            return NUMBERS.parse(e164, "ZZ");
        } catch (NumberParseException e) {
            throw new IllegalStateException("E.164 number cannot be read: " + e164, e);
        }
    }

    @Override
    public String toString() {
        return e164;
    }
}
