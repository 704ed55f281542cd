package org.ringdesk.cti;

/** How a call was passed on. */
public enum TransferKind {
    /** Without asking the target. */
    BLIND,
    /** After talking with the target. */
    ATTENDED,
    /** While the target still rang. */
    BLONDE
}
