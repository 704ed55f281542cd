package org.ringdesk.web.push;

import java.io.Serializable;

/** What one server tells the others. */
sealed interface Told extends Serializable permits Posting, Presence {}
