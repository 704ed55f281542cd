package org.ringdesk.webhooks.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ringdesk.shared.Refusal;

/**
 * Where we send: to public addresses over TLS, unless the configuration opens our own network. A name is looked up when it is typed
 * and before each attempt, for it may lead elsewhere by then; between that and the connection the JVM keeps what it found.
 */
@ApplicationScoped
public class Destinations {
    private static final int LONGEST = 500;

    @Inject
    @ConfigProperty(name = "ringdesk.webhook.private", defaultValue = "false")
    private boolean privateToo;

    /** @throws Refusal {@code webhook.url.invalid}, {@code webhook.url.private}, {@code webhook.url.host} for a name that leads nowhere */
    public URI check(String typed) {
        URI url = read(typed.strip());
        boolean secure = url.getScheme().toLowerCase(Locale.ROOT).equals("https");
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(url.getHost());
        } catch (UnknownHostException e) {
            throw new Refusal("webhook.url.host", url.getHost()).at("url");
        }
        boolean open = Arrays.stream(addresses).noneMatch(Destinations::isOurs);
        if (!open && !privateToo) {
            throw new Refusal("webhook.url.private").at("url");
        }
        if (!secure && !(privateToo && Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress))) {
            throw new Refusal("webhook.url.invalid").at("url");
        }
        return url;
    }

    private static URI read(String typed) {
        try {
            URI url = new URI(typed);
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            if (!web
                    || url.getHost() == null
                    || url.getUserInfo() != null
                    || url.getFragment() != null
                    || typed.length() > LONGEST) {
                throw new Refusal("webhook.url.invalid").at("url");
            }
            return url;
        } catch (URISyntaxException e) {
            throw new Refusal("webhook.url.invalid").at("url");
        }
    }

    /** Not of the public internet. */
    static boolean isOurs(InetAddress address) {
        byte[] a = address.getAddress();
        if (address instanceof Inet6Address) {
            boolean unique = (a[0] & 0xfe) == 0xfc;
            boolean mapped = isZero(a, 0, 10) && (a[10] == -1 && a[11] == -1 || a[10] == 0 && a[11] == 0);
            boolean translated = a[0] == 0 && a[1] == 0x64 && (a[2] & 0xff) == 0xff && (a[3] & 0xff) == 0x9b;
            boolean tunnelled = a[0] == 0x20 && a[1] == 0x02 || a[0] == 0x20 && a[1] == 0x01 && a[2] == 0 && a[3] == 0;
            return isSpecial(address) || unique || mapped || translated || tunnelled;
        }
        int first = a[0] & 0xff;
        int second = a[1] & 0xff;
        boolean carriers = first == 100 && second >= 64 && second < 128;
        boolean reserved = first == 0 || first >= 240 || first == 198 && (second == 18 || second == 19);
        boolean protocols = first == 192 && second == 0 && a[2] == 0;
        return isSpecial(address) || carriers || reserved || protocols;
    }

    private static boolean isSpecial(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
