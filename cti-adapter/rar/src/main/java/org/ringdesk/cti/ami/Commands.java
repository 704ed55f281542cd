package org.ringdesk.cti.ami;

import java.time.Clock;

/** The commands as Asterisk's actions, by what they are about. Every value is checked before anything is sent. */
public record Commands(
        QueueCommands queues, CallCommands calls, ConsultCommands consults, DialCommands dials, PhoneCommands phones) {

    public static Commands of(PbxSettings settings, CommandLine line, SystemLine system) {
        return new Commands(
                new QueueCommands(line),
                new CallCommands(settings.dialplan(), line),
                new ConsultCommands(settings.dialplan(), line),
                new DialCommands(settings, line, Clock.systemUTC()),
                new PhoneCommands(system));
    }
}
