package org.ringdesk.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameOriginTest {

    @Test
    void theOwnHostIsLetIn() {
        assertThat(SameOrigin.same("http://127.0.0.1:8080", "127.0.0.1:8080")).isTrue();
        assertThat(SameOrigin.same("https://Desk.example", "desk.example")).isTrue();
    }

    @Test
    void othersAreNot() {
        assertThat(SameOrigin.same("https://evil.example", "desk.example")).isFalse();
        assertThat(SameOrigin.same("https://desk.example.evil.example", "desk.example"))
                .isFalse();
        assertThat(SameOrigin.same("http://desk.example:81", "desk.example")).isFalse();
        assertThat(SameOrigin.same("null", "desk.example")).isFalse();
        assertThat(SameOrigin.same(null, "desk.example")).isFalse();
        assertThat(SameOrigin.same("https://desk.example", null)).isFalse();
        assertThat(SameOrigin.same("not an origin", "desk.example")).isFalse();
    }
}
