package io.amends.letter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a usual case has to say, for looking at the letters. */
final class LetterSamples {

    private static final Set<String> STAFF =
            Set.of("clock-warning", "escalation", "mail-unsorted", "media-warning", "owner-idle");

    private LetterSamples() {}

    static Map<String, Object> of(String letter, String language) {
        boolean chinese = language.startsWith("zh");
        Map<String, Object> model = new HashMap<>();
        model.put("caseNumber", "CMP-2026-000042");
        model.put("language", language);
        model.put("publicUrl", "https://amends.example");
        model.put("variables", Map.of("clock", "first-contact"));
        model.put("customerName", chinese ? "王小明" : "Mary O'Brien");
        model.put("recipientName", chinese ? "李组长" : "Lee Lead");
        model.put("ownerName", chinese ? "陈静" : "Alex Agent");
        model.put("subjectWords", chinese ? "配送" : "a delivery");
        model.put("nextStepDate", chinese ? "2026年3月4日（星期三）17:00" : "Wednesday, 4 March 2026 at 17:00");
        model.put(
                "question",
                chinese
                        ? "收货那天，包装外面有没有破损？\n能否说一下是哪一侧？"
                        : "On the day of delivery, was the box damaged outside?\nWhich side was it?");
        model.put(
                "explanation",
                chinese
                        ? "仓库装箱时少放了缓冲材料，花瓶在运输途中破裂。"
                        : "The box was packed with too little padding, and the vase broke on its way.\n\nThis was our fault.");
        model.put("remedies", chinese ? List.of("致歉", "更换") : List.of("an apology", "a replacement"));
        model.put("amount", "£49.90");
        model.put("finalDecision", chinese ? "我们为您退还货款。" : "We refund the price of the vase.");
        model.put(
                "finalReason",
                chinese
                        ? "破损由包装引起。"
                        : "The vase broke because of how it was packed. The journey that you made was your own choice.");
        model.put("turnTo", chinese ? "消费者协会，电话12315。" : "The ombudsman: https://ombudsman.example, free of charge.");
        model.put("promiseWhat", chinese ? "把新的花瓶送到您家。" : "Bring a new vase to your home.");
        model.put("promiseOldDue", chinese ? "2026年3月10日" : "Tuesday, 10 March 2026");
        model.put("promiseDue", chinese ? "2026年3月17日" : "Tuesday, 17 March 2026");
        model.put("reason", chinese ? "新货晚到一周。" : "The new vases come to us a week later than we were told.");
        model.put("channelWords", chinese ? "电话" : "phone");
        model.put("severity", "S2");
        model.put("contacts", 3);
        model.put("mailFrom", "mary@example.org");
        model.put("mailSubject", chinese ? "花瓶碎了" : "The vase is broken");
        model.put("mailHours", 26);
        model.put("mailPath", "/inbox/MAIL-2026-000012");
        model.put("mediaThreat", true);
        model.put("clockWords", chinese ? "与客户沟通" : "speak with the customer");
        model.put("clockDue", chinese ? "2026年3月4日（星期三）17:00" : "Wednesday, 4 March 2026 at 17:00");
        model.put("acknowledgeBy", chinese ? "2026年3月5日（星期四）10:00" : "Thursday, 5 March 2026 at 10:00");
        model.put("groupWords", chinese ? "客服经理" : "service managers");
        model.put("task", Map.of("name", "Contact the customer", "key", "Task_ContactCustomer"));
        model.put("toldBefore", toldBefore(chinese));
        model.put("asksDecision", letter.equals("closing-notice"));
        model.put("clockStart", chinese ? "2026年3月2日（星期一）17:00" : "Monday, 2 March 2026 at 17:00");
        model.put("because", chinese ? "您收到此邮件，是因为您是该事项的负责人。" : "You get this mail because you own the case.");
        model.put(
                "ownersTasks",
                List.of(Map.of(
                        "name",
                        chinese ? "调查原因" : "Investigate the cause",
                        "path",
                        "/cases/CMP-2026-000042/tasks/Task_InvestigateCause")));
        model.put(
                "links",
                STAFF.contains(letter)
                        ? Map.of()
                        : Arrays.stream(LinkPurpose.values())
                                .collect(Collectors.toMap(LinkPurpose::name, LinkPlaceholders::of)));
        return model;
    }

    private static List<Map<String, String>> toldBefore(boolean chinese) {
        return List.of(
                Map.of(
                        "group", chinese ? "团队主管" : "team leads",
                        "when", chinese ? "2026年3月4日（星期三）17:00" : "Wednesday, 4 March 2026 at 17:00",
                        "who", chinese ? "李组长" : "Lee Lead",
                        "note", chinese ? "我马上给客户打电话。" : "I will call the customer at once."),
                Map.of(
                        "group", chinese ? "客服经理" : "service managers",
                        "when", chinese ? "2026年3月5日（星期四）9:00" : "Thursday, 5 March 2026 at 09:00"));
    }
}
