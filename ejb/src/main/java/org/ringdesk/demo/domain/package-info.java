/** Makes the demo company up, the same for the same seed and day. Knows no database. */
@NullMarked
package org.ringdesk.demo.domain;

import org.jspecify.annotations.NullMarked;
