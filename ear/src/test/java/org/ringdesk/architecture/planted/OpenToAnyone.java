package org.ringdesk.architecture.planted;

import jakarta.ejb.Stateless;

/** Stands for a front door that someone forgot to lock. */
@Stateless
public class OpenToAnyone {
    public String secret() {
        return "open";
    }
}
