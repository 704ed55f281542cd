/** What a measurement puts beside the EAR in the server: it sells through the front doors, as agents do. */
@NullMarked
package org.ringdesk.bench.inside;

import org.jspecify.annotations.NullMarked;
