package org.ringdesk.webhooks.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringdesk.shared.Refusal;

/** Nothing is sent into our own network. */
class DestinationsTest {
    private final Destinations destinations = new Destinations();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "ff02::1"
            })
    void ourOwnAddressesAreKnown(String address) throws UnknownHostException {
        assertThat(Destinations.isOurs(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:2800:220:1::1"})
    void publicOnesAreNot(String address) throws UnknownHostException {
        assertThat(Destinations.isOurs(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void onlyHttpsToThePublicIsTaken() {
        assertThat(destinations.check("https://93.184.216.34/hook?x=1").getHost())
                .isEqualTo("93.184.216.34");
        refused("webhook.url.invalid", "http://93.184.216.34/hook");
        refused("webhook.url.invalid", "ftp://93.184.216.34/hook");
        refused("webhook.url.invalid", "https://user:word@93.184.216.34/hook");
        refused("webhook.url.invalid", "https:///hook");
        refused("webhook.url.invalid", "https://a b/");
        refused("webhook.url.invalid", "file:///etc/passwd");
        refused("webhook.url.private", "https://localhost/hook");
        refused("webhook.url.private", "https://127.0.0.1:8080/hook");
        refused("webhook.url.private", "https://[::1]/hook");
        refused("webhook.url.private", "https://2130706433/hook");
    }

    private void refused(String key, String url) {
        assertThatThrownBy(() -> destinations.check(url))
                .as(url)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
