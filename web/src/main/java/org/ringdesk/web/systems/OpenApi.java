package org.ringdesk.web.systems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What can be asked here, for programs; a test holds the document to what is there. */
@Path("v1/openapi.json")
@RequestScoped
public class OpenApi {
    static final String DOCUMENT = "openapi.json";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String get() throws IOException {
        try (InputStream document = OpenApi.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new IllegalStateException(DOCUMENT);
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
