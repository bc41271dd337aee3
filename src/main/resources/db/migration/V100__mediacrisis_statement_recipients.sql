-- Whom a holding statement is meant for besides those who asked, or that nobody of the media knows yet and it is kept ready (M-4).
create table crisis_statement_recipient (
    case_number varchar(20) not null,
    kind varchar(12) not null,
    version integer not null,
    person_id varchar(40) not null,
    primary key (case_number, kind, version, person_id)
);
alter table crisis_statement add column kept_ready boolean default false not null;
