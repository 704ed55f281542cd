package org.ringdesk.cti.ami;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.SendActionCallback;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreSettingsAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.manager.response.CoreSettingsResponse;
import org.asteriskjava.manager.response.ManagerResponse;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * One log-in to a PBX, used once: when it is lost another is made by whoever owns it, for Asterisk-Java's own reconnect
 * neither backs off nor tells what was missed.
 */
final class AmiConnection extends ManagerConnectionImpl {
    private static final int CONNECT_MILLIS = 5_000;
    /** By the number of the manager interface, where the server will not tell its own. */
    private static final Map<String, AsteriskVersion> BY_PROTOCOL = Map.of(
            "5", AsteriskVersion.ASTERISK_16,
            "7", AsteriskVersion.ASTERISK_18,
            "9", AsteriskVersion.ASTERISK_20,
            "10", AsteriskVersion.ASTERISK_21,
            "11", AsteriskVersion.ASTERISK_22,
            "12", AsteriskVersion.ASTERISK_23);

    private final PbxSettings settings;
    private final Login login;
    private final Timing timing;
    private final AmiWire.Inbox inbox;
    private String server = "";

    AmiConnection(PbxSettings settings, Login login, Timing timing, AmiWire.Inbox inbox) {
        this.settings = settings;
        this.login = login;
        this.timing = timing;
        this.inbox = inbox;
        setHostname(settings.host());
        setPort(settings.port());
        setUsername(login.user());
        setPassword(login.password());
        setDefaultResponseTimeout(timing.answer().toMillis());
    }

    /** Connects and logs in; {@code events} is {@code on} or {@code off}. */
    void open(String events) throws IOException, Refused {
        try {
            login(events);
        } catch (AuthenticationFailedException e) {
            String message = String.valueOf(e.getMessage());
            if (e.getCause() == null && message.toLowerCase(Locale.ROOT).contains("authentication failed")) {
                throw new Refused("user " + login.user() + ": " + message);
            }
            throw new IOException(message, e);
        } catch (TimeoutException e) {
            throw new IOException("no greeting from a manager interface", e);
        }
    }

    @Override
    protected SocketConnectionFacade createSocket() throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) timing.silence().toMillis());
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MILLIS);
            return new AmiWire(settings.tls() ? secured(socket) : socket, inbox);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(Socket socket) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secured = (SSLSocket) factory.createSocket(socket, settings.host(), settings.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    @Override
    protected AsteriskVersion determineVersion() throws IOException, TimeoutException {
        ManagerResponse response = sendAction(new CoreSettingsAction());
        AsteriskVersion version = null;
        if (response instanceof CoreSettingsResponse core && core.getAsteriskVersion() != null) {
            server = core.getAsteriskVersion();
            version = AsteriskVersion.getDetermineVersionFromString("Asterisk " + server);
        }
        return version == null ? byProtocol(getProtocolIdentifier()) : version;
    }

    private static AsteriskVersion byProtocol(@Nullable String identifier) {
        String number = identifier == null ? "" : identifier.replaceAll("^[^/]*/(\\d+)\\..*", "$1");
        return BY_PROTOCOL.getOrDefault(number, AsteriskVersion.DEFAULT_VERSION);
    }

    /** What answers, e.g. {@code Asterisk 22.6.0}. */
    String server() {
        return server.isEmpty() ? String.valueOf(getVersion()) : "Asterisk " + server;
    }

    @Override
    public void sendAction(ManagerAction action, @Nullable SendActionCallback callback) throws IOException {
        OneAction.check(action);
        super.sendAction(action, callback);
    }

    /** Sends without waiting for the answer, which the inbox gets as any message. */
    void send(ManagerAction action) throws IOException {
        try {
            sendAction(action, answer -> {});
        } catch (IllegalStateException e) {
            throw new IOException("the connection is closed", e);
        }
    }

    @Override
    public void dispatchEvent(ManagerEvent event, @Nullable Integer requiredHandlingTime) {
        if (event instanceof DisconnectEvent) {
            // keeps the library from reconnecting by itself
            state = ManagerConnectionState.DISCONNECTED;
        }
        super.dispatchEvent(event, requiredHandlingTime);
    }

    void close() {
        state = ManagerConnectionState.DISCONNECTED;
        disconnect();
    }
}
