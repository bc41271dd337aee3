-- A score told on a call answers the survey, too, but nobody answered it by its link (A-1).
alter table survey add column by_call boolean default false not null;
