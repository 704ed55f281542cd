package org.ringdesk.payments.domain;

import java.math.BigInteger;

/** What a customer writes on a transfer: a creditor reference after ISO 11649, by which a bank finds typing errors. */
final class Reference {
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Reference() {}

    /** @param text capital letters and digits, at most 21 */
    static String of(String text) {
        StringBuilder number = new StringBuilder();
        (text + "RF00").chars().forEach(c -> number.append(Character.digit(c, 36)));
        int check = 98 - new BigInteger(number.toString()).mod(MODULUS).intValue();
        String all = "RF%02d%s".formatted(check, text);
        return all.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
