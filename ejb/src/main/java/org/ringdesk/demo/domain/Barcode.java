package org.ringdesk.demo.domain;

/** EAN-13 codes that begin with 20: the range that shops use among themselves, so that they are nobody else's. */
final class Barcode {
    private Barcode() {}

    static String of(int serial) {
        String body = "20%010d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return body + (10 - sum % 10) % 10;
    }
}
