/** What an agent wants and what the phone does, and the state derived from both. */
@NullMarked
package org.ringdesk.agents.domain;

import org.jspecify.annotations.NullMarked;
