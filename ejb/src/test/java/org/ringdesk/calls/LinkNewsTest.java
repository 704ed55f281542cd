package org.ringdesk.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.testing.Caller.as;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;

/** States of a link that wait together are told as one, the last: the order in which two are observed is nobody's. */
class LinkNewsTest {
    @ParameterizedTest
    @EnumSource
    void ofStatesTakenTogetherOnlyTheLastIsTold(Database database) {
        Rooms rooms = database.rooms();
        PbxId pbx = new PbxId("link-news");
        List<LinkState> told = new ArrayList<>();
        rooms.observe(event -> {
            if (event instanceof LinkView link && link.pbx().equals(pbx.value())) {
                told.add(link.state());
            }
        });
        Instant now = rooms.clock().instant();
        as("telephony", Role.TELEPHONY).run(() -> rooms.get(CallDesk.class)
                .take(List.of(
                        new LinkChanged(pbx, 1, now, LinkState.SYNCING, "22"),
                        new LinkChanged(pbx, 2, now, LinkState.LIVE, "22"))));
        assertThat(told).containsExactly(LinkState.LIVE);
    }
}
