package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Another system: speaks HTTP with a key, and believes only answers that the document tells of. */
final class Api {
    private static final String HERE = "http://localhost:18180";

    private final HttpClient http = HttpClient.newBuilder().build();
    private final @Nullable String key;
    private @Nullable JsonObject document;

    Api(@Nullable String key) {
        this.key = key;
    }

    /** What was answered. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonObject json() {
            return Json.createReader(new StringReader(response.body())).readObject();
        }

        Answer is(int status) {
            assertThat(status())
                    .as("%s: %s", response.request(), response.body())
                    .isEqualTo(status);
            return this;
        }

        /** A problem in its form, with nothing of our inside. */
        JsonObject problem(int status, String problemKey) {
            is(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            JsonObject problem = json();
            assertThat(problem.getString("key")).as(response.body()).isEqualTo(problemKey);
            assertThat(problem.getString("type")).isEqualTo("urn:ringdesk:problem:" + problemKey);
            assertThat(problem.getInt("status")).isEqualTo(status);
            assertThat(problem.getString("title")).isNotBlank();
            assertThat(problem.getString("detail")).isNotBlank();
            assertThat(response.body()).doesNotContain("Exception", "org.ringdesk", "\tat ");
            return problem;
        }

        List<String> faults() {
            return json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                    .map(e -> e.getString("pointer", e.getString("parameter", "")) + " " + e.getString("key"))
                    .toList();
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body, "Content-Type", "application/json");
    }

    Answer post(String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return send("POST", path, body, all.toArray(String[]::new));
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(HERE + path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body.replace('\'', '"'), StandardCharsets.UTF_8));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            Answer answer = new Answer(http.send(request.build(), BodyHandlers.ofString()));
            assertThat(answer.header("Set-Cookie")).as("a session").isEmpty();
            told(method, path, answer);
            return answer;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The document tells of this answer. */
    private void told(String method, String path, Answer answer) throws java.io.IOException, InterruptedException {
        if (document == null) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(HERE + "/api/v1/openapi.json"))
                    .build();
            document = new Answer(http.send(request, BodyHandlers.ofString()))
                    .is(200)
                    .json();
        }
        String bare = path.replaceAll("\\?.*", "");
        JsonObject paths = Objects.requireNonNull(document).getJsonObject("paths");
        String verb = method.toLowerCase(Locale.ROOT);
        paths.keySet().stream()
                .filter(p -> bare.matches(p.replaceAll("\\{\\w+}", "[^/]+")))
                .filter(p -> paths.getJsonObject(p).containsKey(verb))
                .min((a, b) -> Boolean.compare(a.contains("{"), b.contains("{")))
                .ifPresent(p -> assertThat(paths.getJsonObject(p)
                                .getJsonObject(verb)
                                .getJsonObject("responses")
                                .keySet())
                        .as("%s %s", verb, p)
                        .contains(Integer.toString(answer.status())));
    }
}
