-- Why an offer was declined, in the customer's words or in those of whoever took the answer (L-9).
alter table lost_customer add column offer_declined_why varchar(2000);
