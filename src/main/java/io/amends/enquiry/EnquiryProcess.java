package io.amends.enquiry;

import io.amends.modeling.Variable;

/** Names of the process {@code enquiry} and of the step that plans enquiries. */
final class EnquiryProcess {

    static final Variable<Integer> BATCH = Variable.of("enquiryBatch", Integer.class);
    static final Variable<Integer> INDEX = Variable.of("enquiryIndex", Integer.class);
    static final Variable<Integer> COUNT = Variable.of("enquiryCount", Integer.class);
    static final Variable<Long> ID = Variable.of("enquiryId", Long.class);
    static final Variable<String> DUE = Variable.of("enquiryDue", String.class);
    static final Variable<String> DEPARTMENT = Variable.of("department", String.class);
    static final Variable<String> QUESTION = Variable.of("enquiryQuestion", String.class);
    static final Variable<String> ANSWER = Variable.of("enquiryAnswer", String.class);
    static final Variable<String> DEPARTMENT_QUESTION = Variable.of("departmentQuestion", String.class);
    static final Variable<String> ANSWER_BY = Variable.of("answerBy", String.class);
    static final String NEXT_STEP = "nextStep";
    static final String DEPARTMENTS = "departments";

    private EnquiryProcess() {}
}
