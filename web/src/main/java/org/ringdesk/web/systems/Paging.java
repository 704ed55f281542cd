package org.ringdesk.web.systems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists page by page: where the next page begins is told in an opaque text. */
@RequestScoped
public class Paging {
    static final int MOST = 200;
    private static final int USUAL = 50;

    @Inject
    private HttpServletRequest request;

    /**
     * A page of a list.
     *
     * @param next the address of the next page; null: this is the last one
     */
    public record Page(List<?> items, @Nullable String next) {}

    /** @throws Rejected for what is no number from 1 to 200 */
    static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw wrong("limit");
        }
        return Integer.parseInt(text);
    }

    /** The place that an earlier page told; null at the beginning. */
    static @Nullable String place(@Nullable String cursor) {
        try {
            return cursor == null ? null : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong("cursor");
        }
    }

    static Rejected wrong(String parameter) {
        return new Rejected(Trouble.PARAMETERS, List.of(Fault.parameter(parameter, Fault.Flaw.VALUE)));
    }

    /**
     * @param found one more than a page has, if there are
     * @param place of an item, behind which the next page begins
     * @param shown an item as it is sent
     */
    <T> Response page(List<T> found, int limit, Function<T, String> place, Function<T, ?> shown) {
        List<T> items = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit ? next(place.apply(items.get(limit - 1))) : null;
        Response.ResponseBuilder response =
                Response.ok(new Page(items.stream().<Object>map(shown).toList(), next));
        return next == null
                ? response.build()
                : response.header("Link", '<' + next + ">; rel=\"next\"").build();
    }

    private String next(String place) {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        String query = request.getQueryString();
        UriBuilder address = UriBuilder.fromPath(request.getRequestURI());
        return (query == null ? address : address.replaceQuery(query))
                .replaceQueryParam("cursor", cursor)
                .build()
                .toString();
    }
}
