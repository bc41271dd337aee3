-- One survey in 30 days per person, whatever the case: a person is a customer's number or an address (K-16).
alter table survey add column mail varchar(320);
update survey set mail = (select lower(f.party_mail) from case_file f where f.case_number = survey.case_number);
create index survey_address on survey (mail, asked_at);

-- one row is locked while it is decided whether a person may be asked, so that two surveys due at once do not both leave
create table survey_lock (
    slot integer not null primary key
);
insert into survey_lock (slot) values
    (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15),
    (16), (17), (18), (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31);

create index satisfaction_of_case on customer_satisfaction (case_number, id);
