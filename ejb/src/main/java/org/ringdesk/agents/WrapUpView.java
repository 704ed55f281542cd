package org.ringdesk.agents;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.WrapUpCode;

/**
 * What the wrap-up panel shows.
 *
 * @param queueName as people read it
 * @param codes to choose from; may be empty
 * @param code chosen so far, or null
 * @param note written so far, or null
 */
public record WrapUpView(
        AfterCallView afterCall,
        String queueName,
        List<WrapUpCode> codes,
        @Nullable String code,
        @Nullable String note) implements Serializable {}
