-- How far the demo's clock was moved; one row at most, none in production.
create table clock_offset (
    id            integer not null primary key,
    offset_millis bigint  not null
);
