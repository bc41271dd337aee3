-- What whoever registered a lost customer knew of the why.
alter table lost_customer add column reported varchar(20);
alter table lost_customer add column ending_kind varchar(12);
alter table lost_customer add column ends_on date;
create index lost_customer_linked on lost_customer (complaint_case, closed_at);
