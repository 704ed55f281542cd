package org.ringdesk.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringdesk.shared.Role;

class LandingTest {

    @Test
    void everyoneLandsOnTheFirstOfTheirPages() {
        assertThat(Landing.own(Set.of(Role.AGENT, Role.ADMIN)::contains)).isEqualTo("/agent/workspace.xhtml");
        assertThat(Landing.own(Set.of(Role.SUPERVISOR, Role.ADMIN)::contains)).isEqualTo("/supervision/floor.xhtml");
        assertThat(Landing.own(Set.of(Role.ADMIN)::contains)).isEqualTo("/administration/system.xhtml");
    }

    @Test
    void onesOwnPageIsGoneBackTo() {
        String back = "/agent/workspace.xhtml?order=DE00010001";
        assertThat(Landing.after(back, Role.AGENT::equals)).isEqualTo(back);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/agent/workspace.xhtml",
                "//evil.example/agent/workspace.xhtml",
                "/agent/../login.xhtml",
                "/api/desk",
                "/agent/workspace.xhtml?order=1\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                ""
            })
    void nowhereElse(String back) {
        assertThat(Landing.after(back, Role.AGENT::equals)).isEqualTo("/agent/workspace.xhtml");
    }
}
