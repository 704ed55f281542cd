package org.ringdesk.cti.real;

/** The older Asterisk. */
@OnAsterisk(16)
class Asterisk16IT extends CallsOnEveryAsterisk {
    Asterisk16IT(Stage stage) {
        super(stage);
    }
}
