package org.ringdesk.administration.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringdesk.administration.WrapUpCode;
import org.ringdesk.shared.Refusal;

/** Wrap-up codes as an admin types them: one a line, the code first, then what agents read. */
public final class CodeList {
    private static final int MOST = 50;

    private CodeList() {}

    /** @throws Refusal {@code queue.codes.invalid} with the number of the first line that is none, or {@code queue.codes.most} */
    public static List<WrapUpCode> read(String text) {
        List<WrapUpCode> codes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.strip().split("\\s+", 2);
            if (parts.length < 2 || !WrapUpCode.isCode(parts[0]) || parts[1].length() > 60 || !seen.add(parts[0])) {
                throw new Refusal("queue.codes.invalid", number);
            }
            codes.add(new WrapUpCode(parts[0], parts[1]));
        }
        if (codes.size() > MOST) {
            throw new Refusal("queue.codes.most", MOST);
        }
        return codes;
    }
}
