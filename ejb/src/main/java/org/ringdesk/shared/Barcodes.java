package org.ringdesk.shared;

/** The numbers that are printed on goods. */
public final class Barcodes {
    private Barcodes() {}

    /** Whether it is a GTIN: 8, 12, 13 or 14 digits of which the last is right (GS1 General Specifications, 7.9). */
    public static boolean isGtin(String text) {
        if (!text.matches("[0-9]{8}|[0-9]{12,14}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(text.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : 3 * digit;
        }
        return sum % 10 == 0;
    }
}
