package org.ringdesk.cti.real;

/** The one that we come with. */
@OnAsterisk(22)
class Asterisk22IT extends CallsOnEveryAsterisk {
    Asterisk22IT(Stage stage) {
        super(stage);
    }
}
