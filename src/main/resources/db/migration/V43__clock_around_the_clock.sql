-- Whether a clock that runs until a fixed end counts time as it passes, so that its warning comes at night, too (C-4).
alter table case_clock add column around_the_clock boolean default false not null;
