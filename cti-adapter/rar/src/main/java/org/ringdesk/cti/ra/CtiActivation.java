package org.ringdesk.cti.ra;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiListener;

/** What a message-driven bean asks for: the events of one PBX by its name, or of every one. */
@Activation(messageListeners = CtiListener.class)
public class CtiActivation implements ActivationSpec, Serializable {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ResourceAdapter adapter;

    @ConfigProperty
    private String pbx = "";

    public String getPbx() {
        return pbx;
    }

    public void setPbx(@Nullable String pbx) {
        this.pbx = pbx == null ? "" : pbx;
    }

    @Override
    public void validate() throws InvalidPropertyException {
        if (!pbx.isEmpty() && !pbx.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new InvalidPropertyException("Not a PBX name: " + pbx);
        }
    }

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.adapter = adapter;
    }
}
