-- Which parts of the demo a database has; empty in production.
create table demo_mark (
    part    varchar(40)              not null primary key,
    made_at timestamp with time zone not null
);
