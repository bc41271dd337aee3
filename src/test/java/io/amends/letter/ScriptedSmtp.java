package io.amends.letter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that misbehaves by the recipient's name: {@code gone@} is refused, {@code full@} is put off, {@code lost@}
 * is accepted but the line drops before the answer, the first time.
 */
class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    ScriptedSmtp() throws IOException {
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Sources of the mails that it took. */
    List<String> accepted() {
        return accepted;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                open.add(client);
                talk(client);
            } catch (IOException e) {
                // the client went, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 scripted\r\n");
        out.flush();
        String recipient = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                recipient = line;
            }
            out.print(answer(line) + "\r\n");
            out.flush();
            if (line.equals("DATA")) {
                boolean known = !accepted.isEmpty();
                accepted.add(data(in));
                if (recipient.contains("lost@") && !known) {
                    return;
                }
                out.print("250 taken\r\n");
                out.flush();
            } else if (line.equals("QUIT")) {
                return;
            }
        }
    }

    private static String answer(String line) {
        if (line.startsWith("RCPT") && line.contains("gone@")) {
            return "550 5.1.1 no such person";
        }
        if (line.startsWith("RCPT") && line.contains("full@")) {
            return "452 4.2.2 mailbox full";
        }
        return line.equals("DATA") ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok";
    }

    private static String data(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
        return String.join("\n", lines);
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
        }
    }
}
