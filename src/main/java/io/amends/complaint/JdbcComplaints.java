package io.amends.complaint;

import io.amends.casefile.CaseFiles;
import io.amends.modeling.FormRefusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcComplaints implements Complaints {

    private final ComplaintTable table;
    private final CaseFiles cases;

    JdbcComplaints(ComplaintTable table, CaseFiles cases) {
        this.table = table;
        this.cases = cases;
    }

    @Override
    public Optional<Complaint> find(String caseNumber) {
        return table.find(caseNumber);
    }

    @Override
    public Optional<Complaint> findByExternalId(String source, String externalId) {
        return table.caseOf(source, externalId).flatMap(table::find);
    }

    @Override
    public List<String> candidates(String caseNumber) {
        return table.candidates(caseNumber);
    }

    @Override
    @Transactional
    public void identify(String caseNumber, String customerNumber) {
        var chosen = table.find(caseNumber).map(Complaint::customerNumber);
        if (chosen.isPresent() && chosen.get().equals(customerNumber)) {
            return;
        }
        if (!table.candidates(caseNumber).contains(customerNumber)) {
            throw new FormRefusal("customerChoice", "is not one of the customers who fit");
        }
        table.identify(caseNumber, customerNumber);
        cases.identify(caseNumber, customerNumber);
    }
}
