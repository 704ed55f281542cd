/** Actions that Asterisk-Java does not have. Public with getters, for the library reads them by reflection. */
@NullMarked
package org.ringdesk.cti.ami.action;

import org.jspecify.annotations.NullMarked;
