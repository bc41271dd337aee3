-- Whether the last try reached the mail server, which put off this one letter.
alter table letter add column put_off boolean default false not null;

-- The database that letters were last sent from: another one is a copy, and holds letters of the past until an operator decides.
create table letter_home (
    id integer primary key, -- the one row
    database_identity varchar(200) not null,
    held_since timestamp with time zone
);
