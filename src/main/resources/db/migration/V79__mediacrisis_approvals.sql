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

-- Whom each way to speak is meant for (M-10).
create table chosen_way_recipient (
    case_number varchar(20) not null,
    version integer not null,
    place integer not null,
    person_id varchar(40) not null,
    primary key (case_number, version, place, person_id)
);
insert into chosen_way_recipient (case_number, version, place, person_id)
    select w.case_number, w.version, w.place, r.person_id from chosen_way w
    join chosen_recipient r on r.case_number = w.case_number and r.version = w.version;
drop table chosen_recipient;

-- What is written to the media, each draft, with a Chinese text besides where somebody reads Chinese (M-9, M-10).
create table press_text (
    case_number varchar(20) not null,
    version integer not null,
    place integer not null,
    draft integer not null,
    headline varchar(200) not null,
    words varchar(8000) not null,
    headline_zh varchar(200),
    words_zh varchar(8000),
    video_link varchar(1000),
    written_by varchar(64),
    written_at timestamp with time zone not null,
    primary key (case_number, version, place, draft)
);
alter table crisis_statement add column know_zh varchar(1500);
alter table crisis_statement add column doing_zh varchar(1500);
