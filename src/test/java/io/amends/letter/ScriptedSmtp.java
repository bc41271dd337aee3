package io.amends.letter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server that does what a test tells it, and otherwise takes every mail:
 *
 * <pre>
 * smtp.at(Stage.RECIPIENT).of("gone@example.org").answers("550 5.1.1 no such person");
 * smtp.at(Stage.TAKEN).once().drops();
 * smtp.at(Stage.GREETING).stalls();
 * </pre>
 *
 * The rule given first counts where several fit.
 */
public class ScriptedSmtp implements AutoCloseable {

    /** Where in the conversation; a rule replaces the server's own answer there. */
    public enum Stage {
        GREETING("220 scripted"),
        HELLO("250 scripted"),
        SENDER("250 ok"),
        RECIPIENT("250 ok"),
        DATA("354 go on"),
        /** Half of the mail was read; there is nothing to answer, and what is not completed was not taken. */
        HALF(""),
        /** The mail was taken; what is left is to say so. */
        TAKEN("250 taken");

        private final String usual;

        Stage(String usual) {
            this.usual = usual;
        }
    }

    /** A mail that was taken, by the envelope it came in. */
    public record Taken(String sender, String recipient, String source) {

        private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID:\\s*(\\S+)");

        /** With its angle brackets. */
        public String messageId() {
            Matcher found = MESSAGE_ID.matcher(source);
            return found.find() ? found.group(1) : "";
        }
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "scripted-smtp");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    public ScriptedSmtp() throws IOException {
        this(0);
    }

    /** At the port of one that was closed: the server is back. */
    public ScriptedSmtp(int port) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Begins a rule. */
    public Rule at(Stage stage) {
        Rule rule = new Rule(stage);
        rules.add(rule);
        return rule;
    }

    /** From now on it takes every mail. */
    public void forgetsItsScript() {
        rules.clear();
    }

    /** Mails that it took, whether or not it came to say so. */
    public List<Taken> taken() {
        return taken;
    }

    /** How often somebody has called. */
    public int connections() {
        return connections.get();
    }

    /** What it does at a stage: always, or {@link #once}; for everybody, or for the recipient of {@link #of}. */
    public final class Rule {

        private final Stage stage;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private volatile String recipient = "";
        private int times = Integer.MAX_VALUE;
        private volatile Does does = Does.TAKES;
        private volatile String answer = "";

        private Rule(Stage stage) {
            this.stage = stage;
        }

        /** From the stage RECIPIENT on. */
        public Rule of(String recipient) {
            this.recipient = recipient;
            return this;
        }

        public Rule once() {
            times = 1;
            return this;
        }

        public void answers(String line) {
            answer = line;
            does = Does.ANSWERS;
        }

        /** The line is cut. */
        public void drops() {
            does = Does.DROPS;
        }

        /** Nothing comes any more, and the line stays. */
        public void stalls() {
            does = Does.STALLS;
        }

        /** Waits until the test says {@link #goOn}. */
        public Rule pauses() {
            does = Does.PAUSES;
            return this;
        }

        /** Waits until somebody is at the pause. */
        public void awaitSomebody() throws InterruptedException {
            if (!reached.await(3, TimeUnit.MINUTES)) {
                throw new AssertionError("Nobody came to the stage " + stage);
            }
        }

        public void goOn() {
            goOn.countDown();
        }

        private synchronized boolean fits(Stage at, String to) {
            if (does == Does.TAKES || at != stage || !to.contains(recipient) || times == 0) {
                return false;
            }
            times--;
            return true;
        }
    }

    private enum Does {
        TAKES,
        ANSWERS,
        DROPS,
        STALLS,
        PAUSES
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                connections.incrementAndGet();
                open.add(client);
                threads.execute(() -> talk(client));
            } catch (IOException e) {
                // the test is over
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            new Conversation(client).run();
        } catch (IOException e) {
            // the line was cut, by either side
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Conversation {

        private final BufferedReader in;
        private final OutputStream out;
        private String sender = "";
        private String recipient = "";

        Conversation(Socket client) throws IOException {
            in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            out = client.getOutputStream();
        }

        void run() throws IOException, InterruptedException {
            at(Stage.GREETING);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("EHLO") || line.startsWith("HELO")) {
                    at(Stage.HELLO);
                } else if (line.startsWith("MAIL FROM:")) {
                    sender = address(line);
                    at(Stage.SENDER);
                } else if (line.startsWith("RCPT TO:")) {
                    recipient = address(line);
                    at(Stage.RECIPIENT);
                } else if (line.equals("DATA")) {
                    if (at(Stage.DATA).startsWith("354")) {
                        data();
                    }
                } else if (line.equals("QUIT")) {
                    say("221 bye");
                    return;
                } else {
                    say("250 ok");
                }
            }
        }

        private void data() throws IOException, InterruptedException {
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) {
                    throw new IOException("The client went in the middle of a mail");
                }
                lines.add(line);
                if (lines.size() == 1) {
                    at(Stage.HALF);
                }
            }
            Rule rule = rule(Stage.TAKEN);
            if (rule == null || rule.does != Does.ANSWERS) {
                taken.add(new Taken(sender, recipient, String.join("\n", lines)));
            }
            act(Stage.TAKEN, rule);
        }

        private String at(Stage stage) throws IOException, InterruptedException {
            return act(stage, rule(stage));
        }

        private Rule rule(Stage stage) {
            return rules.stream()
                    .filter(one -> one.fits(stage, recipient))
                    .findFirst()
                    .orElse(null);
        }

        private String act(Stage stage, Rule rule) throws IOException, InterruptedException {
            Does does = rule == null ? Does.TAKES : rule.does;
            switch (does) {
                case DROPS -> throw new IOException("The script says so");
                case STALLS -> new CountDownLatch(1).await();
                case PAUSES -> {
                    rule.reached.countDown();
                    rule.goOn.await();
                }
                default -> {
                    // there is an answer
                }
            }
            String answer = does == Does.ANSWERS ? rule.answer : stage.usual;
            if (!answer.isEmpty()) {
                say(answer);
            }
            return answer;
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        private static String address(String line) {
            return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
