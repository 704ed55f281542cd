/** Draws the product pictures. */
@NullMarked
package org.ringdesk.demo.pictures;

import org.jspecify.annotations.NullMarked;
