-- When a letter that had been sent came back, and how many tries ended without anybody knowing whether the mail was taken.
alter table letter add column bounced_at timestamp with time zone;
alter table letter add column doubtful_tries integer default 0 not null;
