package org.ringdesk.cti.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ringdesk.cti.CtiConnection.Membership;
import org.ringdesk.cti.DeviceChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.ami.CommandLine;
import org.ringdesk.cti.ami.Commands;
import org.ringdesk.cti.ami.Dialplan;
import org.ringdesk.cti.ami.Login;
import org.ringdesk.cti.ami.PbxLink;
import org.ringdesk.cti.ami.PbxSettings;
import org.ringdesk.cti.ami.Sequence;
import org.ringdesk.cti.ami.SystemLine;
import org.ringdesk.cti.ami.Timing;
import org.ringdesk.cti.call.Figures;
import org.ringdesk.cti.call.Trunks;
import org.ringdesk.cti.phone.SipCall;
import org.ringdesk.cti.phone.SipPhone;
import org.ringdesk.cti.replay.Replay;

/** A PBX, the link to it, its phones and callers. */
final class Stage implements AutoCloseable {
    static final String ORDERS = "+493023125100";
    static final String SERVICE = "+493023125200";
    private static final List<String> EXTENSIONS = List.of("1001", "1002", "1003", "1101");
    private static final List<String> QUEUES = List.of("orders-de", "service-de");
    /** The names of callers and their numbers. */
    private static final Map<String, String> CALLERS = Map.of(
            "Jane",
            "+493023125701",
            "Bob",
            "+493023125702",
            "Carol",
            "+493023125703",
            "Dave",
            "+493023125704",
            "Eve",
            "+493023125705");

    final RealPbx pbx;
    final Cable cable;
    final Transcript facts = new Transcript();
    final Commands commands;
    /** A log-in of the test's own, with the rights of the main one. */
    final CommandLine manager;

    final SipPhone outside;
    private final CommandLine line;
    private final SystemLine system;
    private final SystemLine linksSystem;
    private final PbxLink link;
    private final Thread following;
    private final Map<String, SipPhone> phones = new LinkedHashMap<>();
    private boolean gap;

    Stage(int version) {
        int place = version == 16 ? 1 : 0;
        pbx = new RealPbx(version, 17_038 + place, 17_060 + place);
        cable = new Cable(pbx.amiPort());
        PbxSettings byCable = settings(cable.port());
        linksSystem = new SystemLine(settings(pbx.amiPort()), Timing.STANDARD);
        link = new PbxLink(
                byCable,
                linksSystem,
                Timing.STANDARD,
                Clock.systemUTC(),
                new Sequence(Clock.systemUTC()),
                together -> together.forEach(facts::take));
        following = new Thread(link, "link-" + version);
        following.start();
        PbxSettings direct = settings(pbx.amiPort());
        line = new CommandLine(direct, Timing.STANDARD);
        manager = new CommandLine(direct, Timing.STANDARD);
        system = new SystemLine(direct, Timing.STANDARD);
        commands = Commands.of(direct, line, system);
        outside = SipPhone.trunk(pbx.sipPort());
        EXTENSIONS.forEach(this::phone);
        facts.awaitState(LinkState.LIVE);
    }

    private PbxSettings settings(int port) {
        return new PbxSettings(
                new PbxId("real"),
                "127.0.0.1",
                port,
                false,
                new Login(pbx.setting("RINGDESK_PBX_USER"), pbx.setting("RINGDESK_PBX_PASSWORD")),
                new Login(pbx.setting("RINGDESK_PBX_SYSTEM_USER"), pbx.setting("RINGDESK_PBX_SYSTEM_PASSWORD")),
                Trunks.common(),
                Dialplan.STANDARD,
                Path.of(pbx.setting("RINGDESK_PBX_QUEUE_LOG")));
    }

    /** The phone of an extension, registered; it rings until it is told otherwise. */
    SipPhone phone(String extension) {
        return phones.computeIfAbsent(
                extension, made -> SipPhone.desk(pbx.sipPort(), extension, pbx.passwordOf(extension))
                        .register());
    }

    /** Every phone anew: a PBX that was killed may have forgotten those that came in its last second. */
    void register() {
        phones.values().forEach(SipPhone::register);
    }

    /** Its agent is ready for the calls of the queues. */
    SipPhone ready(String extension, String... queues) {
        SipPhone phone = phone(extension);
        commands.queues()
                .join(
                        "PJSIP/" + extension,
                        "Agent " + extension,
                        Stream.of(queues).map(queue -> new Membership(queue, 0)).toList(),
                        false,
                        "");
        return phone;
    }

    /** Somebody outside calls one of our numbers. */
    SipCall calls(String name, String number) {
        return outside.call(number, CALLERS.getOrDefault(name, name), name);
    }

    /** A caller who talks with that agent, by the queue for orders. */
    SipCall talks(String name, String extension) {
        ready(extension, "orders-de");
        SipCall call = calls(name, ORDERS);
        rings(extension).answer();
        facts.await(name + " talks with " + extension);
        return call;
    }

    /** A phone rings, and it was told for whom, for nobody answers before a PBX has said that much. */
    SipCall rings(String extension) {
        boolean ours = !extension.equals("outside");
        SipCall call = (ours ? phone(extension) : outside).ringing();
        facts.awaitRinging(ours ? "PJSIP/" + extension : "PJSIP/trunk");
        return call;
    }

    /** Whether the device was last told to be there. */
    boolean reachable(String extension) {
        return facts.of(DeviceChanged.class).stream()
                .filter(change -> change.endpoint().equals("PJSIP/" + extension))
                .reduce((before, after) -> after)
                .map(DeviceChanged::reachable)
                .orElse(true);
    }

    /** The name of the channel of a phone that is in a call. */
    String channel(String extension) {
        return facts.channel("PJSIP/" + extension);
    }

    /** Messages are lost in this test on purpose. */
    void gap() {
        gap = true;
    }

    void begin() throws IOException {
        gap = false;
        facts.begin();
        cable.record(Path.of("target", "pbx-before.ami"));
    }

    /** Everyone goes home; nothing may be left, in the PBX, of calls, or of what the PBX said. */
    void end(String test) throws IOException {
        phones.values().forEach(phone -> phone.when(SipPhone.Habit.RING).hangUp());
        outside.when(SipPhone.Habit.RING).hangUp();
        facts.waitFor("that no call is open", () -> facts.open().isEmpty());
        for (String extension : phones.keySet()) {
            commands.queues().leave("PJSIP/" + extension, QUEUES);
        }
        if (!gap) {
            facts.waitFor("that no channel lives on", () -> figures().channels() == 0);
            Figures figures = figures();
            assertThat(figures.malformed()).as("malformed messages").isZero();
            assertThat(figures.calls()).as("calls that live on").isZero();
        }
        cable.record(Path.of("target", "real", test + ".ami"));
    }

    /** What a model that heard only this test would have. */
    private Figures figures() {
        try {
            return Replay.facts(new ByteArrayInputStream(cable.said()), Trunks.common(), fact -> {})
                    .figures();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What everyone on it did last, for the reader of a failure. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(facts);
        phones.values().forEach(phone -> text.append('\n').append(phone));
        return text.append('\n').append(outside).toString();
    }

    @Override
    public void close() throws IOException {
        phones.values().forEach(SipPhone::close);
        outside.close();
        link.stop();
        line.close();
        system.close();
        linksSystem.close();
        manager.close();
        cable.close();
        pbx.close();
    }
}
