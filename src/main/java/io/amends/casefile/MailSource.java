package io.amends.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Mail that came in on the case (T-3, A-1). */
@Component
@Order(42)
class MailSource implements TimelineSource {

    private final CaseMail mail;

    MailSource(CaseMail mail) {
        this.mail = mail;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        return mail.of(run.file().number()).stream().map(MailSource::entry).toList();
    }

    private static TimelineEntry entry(CaseMail.Received it) {
        List<TimelineEntry.Detail> details = new ArrayList<>();
        details.add(new TimelineEntry.Detail("Mail", it.number()));
        add(details, "Kind", it.kind());
        add(details, "How it came here", it.how());
        add(details, "Attachments", it.files().stream().map(CaseMail.File::name).collect(Collectors.joining(", ")));
        return TimelineEntry.of(
                        it.receivedAt(),
                        TimelineEntry.SENDER,
                        TimelineEntry.Kind.MAIL,
                        "Mail from " + it.from() + ": “" + it.subject() + "”")
                .with(details)
                .inTurn(Turn.FIRST);
    }

    private static void add(List<TimelineEntry.Detail> details, String name, String value) {
        if (!value.isBlank()) {
            details.add(new TimelineEntry.Detail(name, value));
        }
    }
}
