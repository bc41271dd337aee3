package io.amends.complaint;

import java.util.List;

/** The words that a complaint's fields know (K-1). */
final class ComplaintValues {

    static final List<String> CHANNELS = List.of("phone", "mail", "web", "counter", "social", "regulator");
    static final List<String> SUBJECTS =
            List.of("product", "delivery", "service", "conduct", "billing", "contract", "privacy", "other");
    static final List<String> URGENCIES = List.of("low", "normal", "high");
    static final List<String> HARMS = List.of("none", "inconvenience", "financial", "injury");
    static final List<String> LANGUAGES = List.of("en", "zh-CN");

    private ComplaintValues() {}
}
