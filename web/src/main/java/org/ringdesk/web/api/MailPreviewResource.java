package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.mail.MailDesk;
import org.ringdesk.mail.MailKind;
import org.ringdesk.mail.MailPreview;

/** What a mail of a channel looks like, as its page or its text. Like all below {@code /api} it may load and run nothing. */
@Path("mail/preview/{channel: [A-Z0-9-]{2,8}}/{kind: [A-Z]+}/{language: de|en}.{shape: html|txt}")
@RequestScoped
public class MailPreviewResource {
    @Inject
    private MailDesk desk;

    @PathParam("channel")
    private String channel = "";

    @PathParam("kind")
    private String kind = "";

    @PathParam("language")
    private String language = "";

    @PathParam("shape")
    private String shape = "";

    @GET
    public Response show() {
        MailPreview mail = desk.preview(new ChannelCode(channel), MailKind.valueOf(kind), language);
        return shape.equals("html")
                ? Response.ok(mail.html(), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .build()
                : Response.ok(mail.subject() + "\n\n" + mail.plain(), MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                        .build();
    }
}
