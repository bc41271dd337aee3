package io.amends.casefile;

import io.amends.promise.PromisableCases;
import org.springframework.stereotype.Component;

/** Tells from the register whether a case is still open. */
@Component
class OpenCases implements PromisableCases {

    private final CaseFiles files;

    OpenCases(CaseFiles files) {
        this.files = files;
    }

    @Override
    public boolean isOpen(String caseNumber) {
        return files.find(caseNumber)
                .filter(file -> file.state().equals("open"))
                .isPresent();
    }
}
