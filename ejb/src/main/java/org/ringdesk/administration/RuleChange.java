package org.ringdesk.administration;

import java.io.Serializable;
import java.time.Instant;

/**
 * One field of a rule that an admin changed.
 *
 * @param who display name
 * @param before as it was shown, empty where there was nothing; the same for {@code now}
 */
public record RuleChange(Instant at, String who, String field, String before, String now) implements Serializable {}
