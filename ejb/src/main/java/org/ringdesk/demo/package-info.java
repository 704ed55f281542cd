/** A company to try Ringdesk with, made by code into an empty database. Knows every room's tables; no room knows it. */
@NullMarked
package org.ringdesk.demo;

import org.jspecify.annotations.NullMarked;
