-- What a purchase came to in the house's currency; values and tiers are summed by it (L-3).
alter table purchase add column house_amount numeric(14, 2);
update purchase set house_amount = amount;
alter table purchase alter column house_amount set not null;

-- all that a value is worked out from stands in the index
drop index purchase_day;
create index purchase_day on purchase (customer_number, bought_on, house_amount);

-- Who works values out holds this row, so that two nodes do it one after the other.
create table customer_value_turn (id integer not null primary key);
insert into customer_value_turn (id) values (1);
