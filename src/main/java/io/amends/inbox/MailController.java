package io.amends.inbox;

import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.web.Downloads;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One mail, also as the Tasklist's tab ({@code ?embed=1}): its words as plain text, what became of it, its files, and the original. Nothing of it is ever shown as HTML. */
@Controller
@RequestMapping("/inbox/{number}")
class MailController {

    private static final String ORIGINAL_TYPE = "message/rfc822";

    private final MailStore store;
    private final SortTasks tasks;
    private final PlainTime time;

    MailController(MailStore store, SortTasks tasks, PlainTime time) {
        this.store = store;
        this.tasks = tasks;
        this.time = time;
    }

    @GetMapping
    String mail(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean embed,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("embed", embed);
        Optional<Mail> found = store.find(number);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "inbox/unknown";
        }
        Mail mail = found.get();
        MailText text = store.text(number);
        model.addAttribute("mail", mail);
        model.addAttribute("subject", MailWords.subject(mail));
        model.addAttribute("from", MailWords.from(mail));
        model.addAttribute("to", String.join(", ", mail.recipients()));
        model.addAttribute("kind", MailWords.kind(mail.kind()));
        model.addAttribute("state", MailWords.state(mail.state()));
        model.addAttribute("tone", MailWords.tone(mail.state()));
        model.addAttribute("received", time.moment(mail.receivedAt()) + " (" + time.ago(mail.receivedAt()) + ")");
        model.addAttribute("sent", mail.sentAt() == null ? "" : time.moment(mail.sentAt()));
        model.addAttribute("size", Words.size(mail.size()));
        model.addAttribute("unread", MailWords.unread(mail));
        model.addAttribute("text", text.text());
        model.addAttribute("quoted", text.quoted());
        model.addAttribute(
                "files",
                store.attachments(number).stream().map(MailController::file).toList());
        model.addAttribute(
                "task",
                mail.state() == MailState.TO_SORT && !embed ? tasks.open(number).orElse(null) : null);
        return "inbox/mail";
    }

    @GetMapping("/original")
    ResponseEntity<byte[]> original(@PathVariable String number) {
        return store.find(number)
                .flatMap(mail -> store.original(number).map(bytes -> Downloads.file(name(mail), ORIGINAL_TYPE, bytes)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** @param seen whether a picture is to be shown in the page instead of being saved */
    @GetMapping("/attachments/{nr:\\d{1,4}}")
    ResponseEntity<byte[]> attachment(
            @PathVariable String number, @PathVariable int nr, @RequestParam(defaultValue = "false") boolean seen) {
        return KeptFile.of(store, number, nr)
                .map(file -> seen
                        ? Downloads.seen(file.name(), file.type(), file.bytes())
                        : Downloads.file(file.name(), file.type(), file.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String name(Mail mail) {
        return mail.number() + (mail.whole() ? ".eml" : "-head-only.eml");
    }

    private static Line file(MailAttachment it) {
        return new Line(
                it.nr(),
                it.name(),
                Words.size(it.size()),
                it.kept(),
                Objects.requireNonNullElse(it.leftOut(), ""),
                it.kept() && Downloads.picture(it.type()));
    }

    /**
     * A file of the mail.
     *
     * @param leftOut why only the original has it, or blank
     * @param picture whether it can be seen in the page
     */
    record Line(int nr, String name, String size, boolean kept, String leftOut, boolean picture) {}
}
