-- What a person noted when they confirmed why a customer had left (L-4).
alter table lost_customer add column reason_note varchar(4000);
