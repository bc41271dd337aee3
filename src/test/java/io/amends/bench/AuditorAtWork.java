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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo's auditor at a browser that only counts the time. */
final class AuditorAtWork {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;

    private AuditorAtWork(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** Waits until the application has started. */
    static AuditorAtWork signedIn(int port, ChildJvm application) throws InterruptedException, IOException {
        AuditorAtWork auditor = new AuditorAtWork(port);
        while (!auditor.answered()) {
            if (!application.alive()) {
                throw new IllegalStateException("The application has ended: " + application.output());
            }
            Thread.sleep(500);
        }
        auditor.signIn();
        return auditor;
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

    private void signIn() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/sign-in").body());
        if (!token.find()) {
            throw new IllegalStateException("The page to sign in has no token");
        }
        String form =
                "username=auditor&password=auditor&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
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
