-- Why the standing is what it is, and since when (L-2).
alter table customer add column standing_reason varchar(500);
alter table customer add column standing_since timestamp with time zone;
