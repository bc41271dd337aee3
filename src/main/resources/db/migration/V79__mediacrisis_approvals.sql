-- Who approved what before the house said it, as what, with the list of what we never do (M-8, M-9).
create table crisis_approval (
    case_number varchar(20) not null,
    -- statement, messages, or text and which one
    subject varchar(24) not null,
    version integer not null,
    role varchar(20) not null,
    approved boolean not null,
    decided_by varchar(64),
    decided_at timestamp with time zone not null,
    reason varchar(2000),
    signed_list varchar(200),
    primary key (case_number, subject, version, role)
);
insert into crisis_approval (case_number, subject, version, role, approved, decided_by, decided_at, reason, signed_list)
    select case_number, 'messages', version, role, approved, decided_by, decided_at, reason, signed_list from message_approval;
drop table message_approval;
