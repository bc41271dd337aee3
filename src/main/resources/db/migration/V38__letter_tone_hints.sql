-- Hints on words for the customer, each given once for a task and a person, and what became of the words (T-2, A-1).
create table tone_hint (
    task_id varchar(64) not null,
    user_id varchar(255) not null,
    case_number varchar(255),
    shown_at timestamp with time zone not null,
    answered_at timestamp with time zone,
    primary key (task_id, user_id)
);
create index tone_hint_case on tone_hint (case_number, shown_at);

create table tone_hint_word (
    task_id varchar(64) not null,
    user_id varchar(255) not null,
    nr integer not null,
    field varchar(255) not null,
    label varchar(255) not null,
    found varchar(1000) not null,
    rather varchar(1000) not null,
    kept boolean,
    primary key (task_id, user_id, nr),
    foreign key (task_id, user_id) references tone_hint (task_id, user_id)
);
