package org.ringdesk.web.push;

import java.io.Serializable;

/**
 * Somebody who has an order open.
 *
 * @param name by which the colleagues know them
 * @param typing whether they type in it just now
 */
public record Onlooker(String login, String name, boolean typing) implements Serializable {}
