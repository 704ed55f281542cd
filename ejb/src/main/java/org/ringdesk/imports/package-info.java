/**
 * Files that an admin brings in: checked first, then put through the front doors of the rooms that own what is in them. Knows how
 * files are read and how far one is, never what a row means.
 */
@NullMarked
package org.ringdesk.imports;

import org.jspecify.annotations.NullMarked;
