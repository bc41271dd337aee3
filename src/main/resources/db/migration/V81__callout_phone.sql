-- Under which number whoever may be called out is reached at any hour (M-3).
create table call_out_phone (
    user_id varchar(64) not null primary key,
    phone   varchar(40) not null
);
