-- The last word to the public announces no further update (M-14).
alter table crisis_update alter column next_at drop not null;
