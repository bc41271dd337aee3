-- From when a clock ran on the terms that it had before, and whether it had been stopped: the record tells each occurrence whole (A-1).
alter table case_clock_change add column started_at timestamp with time zone;
alter table case_clock_change add column stopped_at timestamp with time zone;
