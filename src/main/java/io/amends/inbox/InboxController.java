package io.amends.inbox;

import io.amends.casefile.PlainTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of mails; everything asked stands in the address, so that a search can be kept and sent on. */
@Controller
class InboxController {

    private final MailStore store;
    private final InboxProperties properties;
    private final PlainTime time;

    InboxController(MailStore store, InboxProperties properties, PlainTime time) {
        this.store = store;
        this.properties = properties;
        this.time = time;
    }

    @GetMapping("/inbox")
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        MailQuery query = new MailQuery(text, state, kind, after);
        MailPage page = store.search(query);
        model.addAttribute("query", query);
        model.addAttribute("rows", page.mails().stream().map(this::row).toList());
        model.addAttribute("states", states());
        model.addAttribute("kinds", kinds());
        model.addAttribute("reads", properties.host() != null);
        model.addAttribute("waiting", store.waiting(MailState.TO_SORT).count());
        if (page.more()) {
            model.addAttribute("next", next(query, page.last()));
        }
        return "inbox/list";
    }

    private Row row(Mail mail) {
        return new Row(
                mail.number(),
                MailWords.subject(mail),
                MailWords.from(mail),
                mail.kind() == ReadMessage.Kind.PERSON ? "" : MailWords.kind(mail.kind()),
                MailWords.state(mail.state()),
                MailWords.tone(mail.state()),
                Objects.requireNonNullElse(mail.caseNumber(), ""),
                time.moment(mail.receivedAt()),
                time.ago(mail.receivedAt()));
    }

    private static Map<String, String> states() {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(MailState.values()).forEach(state -> words.put(state.code(), MailWords.state(state)));
        return words;
    }

    private static Map<String, String> kinds() {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(ReadMessage.Kind.values()).forEach(kind -> words.put(MailStore.code(kind), MailWords.kind(kind)));
        return words;
    }

    private static String next(MailQuery query, String last) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/inbox");
        put(address, "text", query.text());
        put(address, "state", query.state());
        put(address, "kind", query.kind());
        put(address, "after", last);
        return address.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    /**
     * One line of the list.
     *
     * @param kind blank where a person wrote it
     * @param caseNumber blank where it belongs to none
     */
    record Row(
            String number,
            String subject,
            String from,
            String kind,
            String state,
            String tone,
            String caseNumber,
            String receivedAt,
            String receivedAgo) {}
}
