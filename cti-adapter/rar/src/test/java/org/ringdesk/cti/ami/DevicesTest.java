package org.ringdesk.cti.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.DeviceChanged;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.QueueMembers;
import org.ringdesk.cti.QueueMembers.Member;
import org.ringdesk.cti.wire.AmiMessage;

/** What queues say of their members, and what is told of the devices. */
class DevicesTest {
    private final List<DeviceChanged> told = new ArrayList<>();
    private final AtomicLong sequence = new AtomicLong();
    private final List<QueueMembers> members = new ArrayList<>();
    private final Devices devices = new Devices(new PbxId("main"), sequence::incrementAndGet, this::told);

    private void told(CtiEvent event) {
        if (event instanceof DeviceChanged change) {
            told.add(change);
        } else {
            members.add((QueueMembers) event);
        }
    }

    @Test
    void aPhoneThatGoesAwayAndComesBackIsToldOnceEach() {
        says("QueueMemberAdded", "1");
        says("QueueMemberStatus", "6"); // rings
        says("QueueMemberStatus", "2"); // talks
        says("QueueMemberStatus", "5"); // in the one queue
        says("QueueMemberStatus", "5"); // in the other
        says("QueueMemberPause", "5");
        says("QueueMemberStatus", "1");
        assertThat(told).extracting(DeviceChanged::reachable).containsExactly(true, false, true);
        assertThat(told).extracting(DeviceChanged::endpoint).containsOnly("PJSIP/1001");
        assertThat(told).extracting(DeviceChanged::seq).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whoJoinsIsToldAlthoughTheDeviceIsKnown() {
        says("QueueMemberStatus", "5");
        says("QueueMemberAdded", "5");
        assertThat(told).extracting(DeviceChanged::reachable).containsExactly(false, false);
    }

    @Test
    void theRealDeviceOfALocalMemberIsMeant() {
        devices.apply(
                message(
                        "QueueMemberStatus",
                        Map.of(
                                "interface", "Local/1001@agents",
                                "stateinterface", "PJSIP/1001",
                                "status", "5")),
                Instant.EPOCH);
        assertThat(told).extracting(DeviceChanged::endpoint).containsExactly("PJSIP/1001");
    }

    @Test
    void aSnapshotTellsEveryMemberAnew() {
        says("QueueMemberAdded", "1");
        devices.resync(
                List.of(
                        message("QueueMember", Map.of("location", "PJSIP/1001", "status", "1")),
                        message("QueueMember", Map.of("location", "PJSIP/1002", "status", "4")),
                        message("QueueMember", Map.of("location", "PJSIP/1002", "status", "4")),
                        message("QueueEntry", Map.of("channel", "PJSIP/trunk-1"))),
                Instant.EPOCH);
        assertThat(told).extracting(DeviceChanged::endpoint).containsExactly("PJSIP/1001", "PJSIP/1001", "PJSIP/1002");
        assertThat(told).extracting(DeviceChanged::reachable).containsExactly(true, true, false);
    }

    @Test
    void aSnapshotTellsAllPlacesInQueuesTogether() {
        devices.resync(
                List.of(
                        message(
                                "QueueMember",
                                Map.of(
                                        "queue", "orders",
                                        "location", "PJSIP/1001",
                                        "penalty", "3",
                                        "paused", "1",
                                        "pausedreason", "LUNCH")),
                        message("QueueMember", Map.of("queue", "service", "location", "PJSIP/1002", "paused", "0")),
                        message("QueueEntry", Map.of("channel", "PJSIP/trunk-1"))),
                Instant.EPOCH);
        devices.resync(List.of(), Instant.EPOCH);
        assertThat(members)
                .extracting(QueueMembers::members)
                .containsExactly(
                        List.of(
                                new Member("PJSIP/1001", "orders", 3, true, "LUNCH"),
                                new Member("PJSIP/1002", "service", 0, false, "")),
                        List.of());
    }

    @Test
    void whatSaysNothingOfADeviceIsPassedOver() {
        says("QueueMemberStatus", "0");
        says("QueueMemberStatus", "99");
        devices.apply(message("QueueMemberStatus", Map.of()), Instant.EPOCH);
        devices.apply(
                message("QueueMemberStatus", Map.of("stateinterface", "hint:1001", "status", "5")), Instant.EPOCH);
        devices.apply(message("DeviceStateChange", Map.of("device", "PJSIP/1001")), Instant.EPOCH);
        assertThat(told).isEmpty();
    }

    private void says(String event, String status) {
        devices.apply(
                message(event, Map.of("interface", "PJSIP/1001", "stateinterface", "PJSIP/1001", "status", status)),
                Instant.EPOCH);
    }

    private static AmiMessage message(String name, Map<String, String> fields) {
        return new AmiMessage(name, fields);
    }
}
