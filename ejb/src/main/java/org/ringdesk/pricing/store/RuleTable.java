package org.ringdesk.pricing.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringdesk.pricing.RuleList;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.pricing.domain.TypedRule;

/** Where rules of one kind are kept, to be read and written by admins. */
public interface RuleTable {
    RuleList list(String words, int first, int most);

    Optional<RuleSheet> read(String key);

    Map<String, List<String>> choices();

    /**
     * @param key empty for a new rule
     * @return the rule's key
     */
    String write(String key, long version, TypedRule typed);
}
