-- A letter may be addressed to a named colleague, whose user id is as long as the engine lets it be.
alter table letter alter column addressed_to set data type varchar(100);
