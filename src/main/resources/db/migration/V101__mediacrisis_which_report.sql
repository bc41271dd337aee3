-- Which report is wrong, as its readers find it (M-11); what was reported before has neither.
alter table wrong_report add column headline varchar(200);
alter table wrong_report add column published_on date;
