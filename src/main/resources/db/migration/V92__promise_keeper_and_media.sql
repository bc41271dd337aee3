-- Something may be promised to a journalist, too, and kept by one person and not by whoever of a group comes first (K-8, M-15).
alter table promise add column to_media boolean default false not null;
alter table promise add column person varchar(64); -- user id; none where anybody of the group keeps it
