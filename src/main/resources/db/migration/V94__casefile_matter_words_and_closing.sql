-- A case is also found by what it is about in the words of those who told it. Such words stay when the customer's name is known better.
alter table case_word add column matter boolean default false not null;

create index case_file_closing on case_file (closed_at, case_number);
