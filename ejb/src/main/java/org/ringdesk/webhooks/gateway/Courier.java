package org.ringdesk.webhooks.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;
import org.ringdesk.webhooks.WebhookProblem;

/** Takes parcels to their receivers. Follows nobody elsewhere, and does not read what they say beyond their status. */
@ApplicationScoped
public class Courier {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** With connecting, and what it says after its status. */
    private static final Duration MOST = Duration.ofSeconds(10);

    private static final int TAKEN = 2;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    private Destinations destinations;

    @Inject
    private Clock clock;

    /** Begins at once; what is given waits for the receiver, 10 seconds at most after that. */
    public Supplier<Receipt> begin(Parcel parcel) {
        long began = System.nanoTime();
        URI url;
        try {
            url = destinations.check(parcel.url());
        } catch (Refusal refusal) {
            return () -> receipt(0, WebhookProblem.ADDRESS, began);
        }
        CompletableFuture<HttpResponse<Void>> answer =
                http.sendAsync(request(url, parcel), HttpResponse.BodyHandlers.discarding());
        return () -> receipt(answer, began);
    }

    private HttpRequest request(URI url, Parcel parcel) {
        String body = Body.of(parcel);
        return HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Ringdesk")
                .header("Ringdesk-Delivery", parcel.delivery())
                .header("Ringdesk-Signature", Signing.header(parcel.secret(), clock.instant(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static Receipt receipt(CompletableFuture<HttpResponse<Void>> answer, long began) {
        try {
            long left = MOST.toNanos() - (System.nanoTime() - began);
            int status = answer.get(Math.max(left, 0), TimeUnit.NANOSECONDS).statusCode();
            return receipt(status, status / 100 == TAKEN ? null : WebhookProblem.STATUS, began);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return receipt(0, WebhookProblem.TIMEOUT, began);
        } catch (ExecutionException e) {
            boolean late = e.getCause() instanceof HttpTimeoutException;
            return receipt(0, late ? WebhookProblem.TIMEOUT : WebhookProblem.NO_CONNECTION, began);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            return receipt(0, WebhookProblem.NO_CONNECTION, began);
        }
    }

    private static Receipt receipt(int status, @Nullable WebhookProblem problem, long began) {
        return new Receipt(status, problem, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }
}
