package org.ringdesk.cti.ami;

/**
 * What our commands find on the PBX.
 *
 * @param dial the context in which agents' numbers and parking places are dialled
 * @param queues the context whose extensions are the names of queues
 * @param pickup the context whose extensions are the names of devices, each picking up what rings there
 * @param consult the context from which a consultation is dialled: its {@code *91} goes on to the queue and its {@code *92} to the
 *     number in the variable {@code RINGDESK_TO}
 * @param keys those that drive a consultation, as features.conf has them
 */
public record Dialplan(String dial, String queues, String pickup, String consult, ConsultKeys keys) {
    public static final Dialplan STANDARD =
            new Dialplan("from-phones", "ringdesk-queues", "ringdesk-pickup", "ringdesk-consult", ConsultKeys.STANDARD);
}
