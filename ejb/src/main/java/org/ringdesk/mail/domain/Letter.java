package org.ringdesk.mail.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A mail before it is a text and a page.
 *
 * @param language of the words, ISO 639
 */
record Letter(String language, String subject, String heading, List<Block> blocks, String from, String footer) {
    private static final int WIDTH = 72;
    private static final String RULE = "-".repeat(WIDTH);

    Written written() {
        return new Written(MailText.oneLine(subject), plain(), LetterPage.of(this));
    }

    private String plain() {
        StringBuilder text = new StringBuilder(heading).append("\n\n");
        for (Block block : blocks) {
            text.append(plain(block)).append('\n');
        }
        return text.append(RULE)
                .append('\n')
                .append(from)
                .append('\n')
                .append(footer)
                .append('\n')
                .toString();
    }

    private static String plain(Block block) {
        if (block instanceof Block.Words words) {
            return words.text() + "\n";
        }
        if (block instanceof Block.Goods goods) {
            return RULE + "\n"
                    + goods.items().stream()
                            .map(i -> row(i.name(), i.amount()) + (i.note().isEmpty() ? "" : "    " + i.note() + "\n"))
                            .collect(Collectors.joining());
        }
        if (block instanceof Block.Sums sums) {
            return RULE + "\n"
                    + sums.sums().stream()
                            .map(s -> (s.total() ? RULE + "\n" : "") + row(s.label(), s.amount()))
                            .collect(Collectors.joining());
        }
        Block.Facts facts = (Block.Facts) block;
        return facts.title() + "\n"
                + facts.lines().stream().map(l -> "    " + l + "\n").collect(Collectors.joining());
    }

    private static String row(String left, String right) {
        int gap = WIDTH - left.length() - right.length();
        return left + " ".repeat(Math.max(2, gap)) + right + "\n";
    }
}
