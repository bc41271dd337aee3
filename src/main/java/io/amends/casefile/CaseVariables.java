package io.amends.casefile;

import io.amends.modeling.Variable;

/** Process variables that every process of a case shares; the names are those of the diagrams, tables and forms. */
public final class CaseVariables {

    public static final Variable<String> CASE_NUMBER = Variable.of("caseNumber", String.class);
    /** The customer's number, which tells nobody outside who that is. */
    public static final Variable<String> CUSTOMER = Variable.of("customer", String.class);

    public static final Variable<String> SEVERITY = Variable.of("severity", String.class);
    public static final Variable<Integer> PRIORITY = Variable.of("priority", Integer.class);
    /** The group that works on the case while nobody owns it. */
    public static final Variable<String> DESK = Variable.of("desk", String.class);

    public static final Variable<String> OWNER = Variable.of("owner", String.class);
    public static final Variable<String> LANGUAGE = Variable.of("language", String.class);
    public static final Variable<Boolean> CAN_WRITE = Variable.of("canWrite", Boolean.class);
    public static final Variable<String> VALUE_TIER = Variable.of("valueTier", String.class);
    public static final Variable<Integer> EPISODE = Variable.of("episode", Integer.class);
    public static final Variable<String> OUTCOME = Variable.of("outcome", String.class);

    private CaseVariables() {}
}
