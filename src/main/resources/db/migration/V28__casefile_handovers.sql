-- Who handed a case to whom, and why (K-6). Nobody asked where an idle owner's clock did.
create table case_handover (
    case_number varchar(20) not null references case_file (case_number),
    handover_number integer not null,
    from_owner varchar(64) not null,
    to_owner varchar(64) not null,
    reason varchar(4000) not null,
    asked_by varchar(64),
    handed_at timestamp with time zone not null,
    primary key (case_number, handover_number)
);
