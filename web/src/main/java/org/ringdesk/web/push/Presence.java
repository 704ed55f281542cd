package org.ringdesk.web.push;

import java.util.List;

/**
 * Who has an order open on a server's pages; each time with all of them, so that nothing is missed for long.
 *
 * @param server its name in the cluster
 */
record Presence(String server, String order, List<Onlooker> people) implements Told {}
