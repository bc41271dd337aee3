package io.amends.models;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of elements and properties as the Modeler says them. */
final class Words {

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("name", "Name"),
            Map.entry("documentation", "Documentation"),
            Map.entry("description", "Description"),
            Map.entry("camunda:delegateExpression", "Delegate"),
            Map.entry("camunda:expression", "Expression"),
            Map.entry("camunda:resultVariable", "Result variable"),
            Map.entry("camunda:formRef", "Form"),
            Map.entry("camunda:formRefBinding", "Form taken from"),
            Map.entry("camunda:formKey", "Form key"),
            Map.entry("camunda:decisionRef", "Table"),
            Map.entry("camunda:decisionRefBinding", "Table taken from"),
            Map.entry("camunda:mapDecisionResult", "Answer of the table as"),
            Map.entry("calledElement", "Called process"),
            Map.entry("camunda:calledElementBinding", "Called process taken from"),
            Map.entry("camunda:assignee", "Assignee"),
            Map.entry("camunda:candidateGroups", "Group"),
            Map.entry("camunda:candidateUsers", "Candidate users"),
            Map.entry("camunda:dueDate", "Due date"),
            Map.entry("camunda:followUpDate", "Follow-up date"),
            Map.entry("camunda:priority", "Priority"),
            Map.entry("camunda:asyncBefore", "Asynchronous before"),
            Map.entry("camunda:asyncAfter", "Asynchronous after"),
            Map.entry("camunda:exclusive", "Exclusive"),
            Map.entry("camunda:jobPriority", "Job priority"),
            Map.entry("camunda:failedJobRetryTimeCycle", "Retry cycle"),
            Map.entry("camunda:historyTimeToLive", "Time to live"),
            Map.entry("camunda:isStartableInTasklist", "Startable in the Tasklist"),
            Map.entry("camunda:initiator", "Initiator"),
            Map.entry("default", "Default way"),
            Map.entry("sourceRef", "From"),
            Map.entry("targetRef", "To"),
            Map.entry("conditionExpression", "Condition"),
            Map.entry("attachedToRef", "Attached to"),
            Map.entry("cancelActivity", "Interrupts"),
            Map.entry("isInterrupting", "Interrupts"),
            Map.entry("triggeredByEvent", "Started by an event"),
            Map.entry("isExecutable", "Executable"),
            Map.entry("messageEventDefinition messageRef", "Message"),
            Map.entry("messageRef", "Message"),
            Map.entry("errorEventDefinition errorRef", "Error"),
            Map.entry("signalEventDefinition signalRef", "Signal"),
            Map.entry("escalationEventDefinition escalationRef", "Escalation"),
            Map.entry("timerEventDefinition timeDuration", "Timer, how long"),
            Map.entry("timerEventDefinition timeDate", "Timer, until"),
            Map.entry("timerEventDefinition timeCycle", "Timer, again and again"),
            Map.entry("hitPolicy", "Which rows count"),
            Map.entry("aggregation", "Rows are put together by"),
            Map.entry("label", "Label"),
            Map.entry("key", "Key"),
            Map.entry("type", "Kind"),
            Map.entry("validate.required", "Required"),
            Map.entry("conditional.hide", "Hidden when"),
            Map.entry("readonly", "Shown only"),
            Map.entry("disabled", "Disabled"),
            Map.entry("position", "Place in the form"),
            Map.entry("camunda:modelerTemplate", "Template"),
            Map.entry("camunda:modelerTemplateVersion", "Version of the template"),
            Map.entry("content", "Text"),
            Map.entry("columns", "Columns"),
            Map.entry("dataSource", "Rows from"),
            Map.entry("rowCount", "Rows on a page"),
            Map.entry("showOutline", "With a frame"),
            Map.entry("validate.minLength", "Fewest characters"),
            Map.entry("validate.maxLength", "Most characters"));

    private static final Set<String> REFERENCES = Set.of(
            "sourceRef",
            "targetRef",
            "default",
            "attachedToRef",
            "messageRef",
            "errorRef",
            "signalRef",
            "escalationRef");

    /** What stands before a name that somebody gave; longer ones first. */
    private static final Map<String, String> BEGINNINGS = beginnings();

    /** Where the technical name would not tell people what they see. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "Text with facts"),
            Map.entry("text", "Text"),
            Map.entry("textfield", "Line of text"),
            Map.entry("textarea", "Lines of text"),
            Map.entry("select", "Choice from a list"),
            Map.entry("radio", "Choice"),
            Map.entry("checklist", "Several choices"),
            Map.entry("taglist", "Several choices"),
            Map.entry("checkbox", "Box to tick"),
            Map.entry("datetime", "Date or time"),
            Map.entry("callActivity", "Step with a process of its own"),
            Map.entry("businessRuleTask", "Step that asks a table"),
            Map.entry("sequenceFlow", "Flow"));

    private Words() {}

    private static Map<String, String> beginnings() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("camunda:inputOutput camunda:inputParameter ", "Input ");
        words.put("camunda:inputOutput camunda:outputParameter ", "Output ");
        words.put("camunda:properties camunda:property ", "Property ");
        words.put("camunda:in ", "Passes ");
        words.put("camunda:out ", "Gets back ");
        words.put("camunda:executionListener ", "Listener on ");
        words.put("camunda:taskListener ", "Task listener on ");
        words.put("multiInstanceLoopCharacteristics ", "Many times: ");
        words.put("validate.", "Check: ");
        words.put("properties.", "Property ");
        return words;
    }

    /** Whether the value of a property is the id of another part. */
    static boolean refers(String path) {
        return REFERENCES.contains(path.substring(path.lastIndexOf(' ') + 1)) || path.startsWith("flowNodeRef");
    }

    /** A property's path as people read it. */
    static String property(String path) {
        String known = PROPERTIES.get(path);
        if (known != null) {
            return known;
        }
        for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
            if (path.startsWith(beginning.getKey())) {
                return beginning.getValue() + path.substring(beginning.getKey().length());
            }
        }
        return path.replace("camunda:", "");
    }

    /** Such as {@code User task} for {@code userTask}. */
    static String type(String type) {
        String known = TYPES.get(type);
        if (known != null) {
            return known;
        }
        String spaced = type.replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
