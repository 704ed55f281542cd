package org.ringdesk.mail.domain;

import java.util.stream.Collectors;

/** A letter as an HTML page that mail programs show: tables and inline styles, no picture, no script, nothing from elsewhere. */
final class LetterPage {
    private static final String TEXT =
            "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1f2933";
    private static final String CELL = "padding:6px 0;vertical-align:top;border-bottom:1px solid #e4e7eb";
    private static final String RIGHT = CELL + ";text-align:right;white-space:nowrap;padding-left:16px";
    private static final String TABLE =
            "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\""
                    + " style=\"border-collapse:collapse;margin:0 0 20px;font-size:15px\">";

    private LetterPage() {}

    static String of(Letter letter) {
        return "<!DOCTYPE html>\n<html lang=\"" + escaped(letter.language()) + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>"
                + escaped(letter.subject())
                + "</title></head>\n<body style=\"margin:0;padding:24px 12px;background:#f2f4f7;"
                + TEXT + "\">\n<div style=\"max-width:600px;margin:0 auto;background:#ffffff;border:1px solid #e4e7eb;"
                + "border-radius:8px;padding:28px\">\n<p style=\"margin:0 0 4px;font-size:14px;color:#52606d\">"
                + escaped(letter.from()) + "</p>\n<h1 style=\"margin:0 0 20px;font-size:22px;line-height:1.3\">"
                + escaped(letter.heading()) + "</h1>\n"
                + letter.blocks().stream().map(LetterPage::block).collect(Collectors.joining("\n"))
                + "\n<p style=\"margin:24px 0 0;font-size:13px;color:#52606d\">" + escaped(letter.footer())
                + "</p>\n</div>\n</body></html>\n";
    }

    private static String block(Block block) {
        if (block instanceof Block.Words words) {
            return "<p style=\"margin:0 0 20px;font-size:15px;line-height:1.5\">" + escaped(words.text()) + "</p>";
        }
        if (block instanceof Block.Goods goods) {
            return TABLE + goods.items().stream().map(LetterPage::item).collect(Collectors.joining()) + "</table>";
        }
        if (block instanceof Block.Sums sums) {
            return TABLE + sums.sums().stream().map(LetterPage::sum).collect(Collectors.joining()) + "</table>";
        }
        Block.Facts facts = (Block.Facts) block;
        return "<h2 style=\"margin:0 0 4px;font-size:15px\">" + escaped(facts.title())
                + "</h2>\n<p style=\"margin:0 0 20px;font-size:15px;line-height:1.5\">"
                + facts.lines().stream().map(LetterPage::escaped).collect(Collectors.joining("<br>")) + "</p>";
    }

    private static String item(Block.Item item) {
        String note = item.note().isEmpty()
                ? ""
                : "<br><span style=\"font-size:13px;color:#52606d\">" + escaped(item.note()) + "</span>";
        return "<tr><td style=\"" + CELL + "\">" + escaped(item.name()) + note + "</td><td style=\"" + RIGHT + "\">"
                + escaped(item.amount()) + "</td></tr>";
    }

    private static String sum(Block.Sum sum) {
        String weight = sum.total() ? ";font-weight:bold" : "";
        return "<tr><td style=\"" + CELL + weight + "\">" + escaped(sum.label()) + "</td><td style=\"" + RIGHT + weight
                + "\">" + escaped(sum.amount()) + "</td></tr>";
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
