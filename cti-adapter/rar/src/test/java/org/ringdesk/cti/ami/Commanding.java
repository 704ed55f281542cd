package org.ringdesk.cti.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.call.Trunks;
import org.ringdesk.cti.fake.FakePbx;
import org.ringdesk.cti.wire.AmiMessage;

/** A fake PBX and whoever commands it. */
final class Commanding implements AutoCloseable {
    static final Timing QUICK =
            new Timing(Duration.ofMillis(100), Duration.ofMillis(900), Duration.ofMillis(300), Duration.ofMillis(300));

    final FakePbx pbx;
    final PbxSettings settings;
    final Commands commands;
    final SystemLine system;
    private final CommandLine line;

    Commanding(Login second) throws IOException {
        this(second, QUICK);
    }

    Commanding(Login second, Timing timing) throws IOException {
        pbx = FakePbx.start();
        settings = settings(pbx.port(), FakePbx.PASSWORD, second);
        line = new CommandLine(settings, timing);
        system = new SystemLine(settings, timing);
        commands = Commands.of(settings, line, system);
    }

    static Login second() {
        return new Login(FakePbx.SYSTEM_USER, FakePbx.SYSTEM_PASSWORD);
    }

    static PbxSettings settings(int port, String password, Login second) {
        return new PbxSettings(
                new PbxId("main"),
                "127.0.0.1",
                port,
                false,
                new Login(FakePbx.USER, password),
                second,
                Trunks.common(),
                Dialplan.STANDARD,
                null);
    }

    /** The fields of an action without its id, by name; the sender as {@code by}. */
    static Map<String, String> fields(AmiMessage action) {
        Map<String, String> fields = new TreeMap<>(action.fields());
        fields.remove("actionid");
        fields.put("by", fields.remove(FakePbx.SENDER));
        return fields;
    }

    /** All that was received and has an effect: questions are left out. */
    List<Map<String, String>> orders() {
        return pbx.actions().stream()
                .filter(action -> !"GetVar".equals(action.text("action")))
                .map(Commanding::fields)
                .toList();
    }

    @Override
    public void close() throws IOException {
        line.close();
        system.close();
        pbx.close();
    }
}
