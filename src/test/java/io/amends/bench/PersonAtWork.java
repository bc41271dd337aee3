package io.amends.bench;

import io.amends.testing.ChildJvm;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody of the demo at a browser that only counts the time. */
final class PersonAtWork {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final Pattern LOOKED = Pattern.compile("As before</dt><dd><strong>([0-9,]+)");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;

    private PersonAtWork(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** Waits until the application has started. */
    static PersonAtWork signedIn(String user, int port, ChildJvm application) throws InterruptedException, IOException {
        PersonAtWork person = new PersonAtWork(port);
        while (!person.answered()) {
            if (!application.alive()) {
                throw new IllegalStateException("The application has ended: " + application.output());
            }
            Thread.sleep(500);
        }
        person.signIn(user);
        return person;
    }

    /** @return how long the page took to arrive whole; it must show a case */
    double millisFor(String page) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> answer = get(page);
        double millis = (System.nanoTime() - begin) / 1_000_000.0;
        if (answer.statusCode() != 200 || !answer.body().contains("CMP-20")) {
            throw new IllegalStateException(page + " answered " + answer.statusCode() + " without a case");
        }
        return millis;
    }

    // its health is no sign: a copied database holds its letters back
    private boolean answered() throws InterruptedException {
        try {
            return get("/sign-in").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What it took to ask what if a table were changed. */
    record Trial(int decisions, double millis) {}

    /** Asks what if this table were deployed, of all that it decided in a year. */
    Trial trial(String table, Path file) throws IOException, InterruptedException {
        String border = "a-border-that-no-table-holds";
        StringBuilder form = new StringBuilder();
        Map.of("_csrf", token("/models/what-if"), "table", table, "cases", "all")
                .forEach(
                        (name, value) -> form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(border, name, value)));
        form.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
                .formatted(border, file.getFileName(), Files.readString(file), border));
        long begin = System.nanoTime();
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(URI.create(address + "/models/what-if"))
                        .header("Content-Type", "multipart/form-data; boundary=" + border)
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        double millis = (System.nanoTime() - begin) / 1_000_000.0;
        Matcher looked = LOOKED.matcher(answer.body());
        if (!looked.find()) {
            throw new IllegalStateException("What if answered " + answer.statusCode() + ": " + answer.body());
        }
        return new Trial(Integer.parseInt(looked.group(1).replace(",", "")), millis);
    }

    private String token(String page) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException("The page " + page + " has no token");
        }
        return token.group(1);
    }

    private void signIn(String user) throws IOException, InterruptedException {
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(user, user, URLEncoder.encode(token("/sign-in"), StandardCharsets.UTF_8));
        browser.send(
                HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private HttpResponse<String> get(String page) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address + page)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
