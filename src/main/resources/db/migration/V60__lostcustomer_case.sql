-- A lost customer's case: what was known when it opened, what was decided, what came of it, what it was worth (L-1 to L-11).
create table lost_customer (
    case_number varchar(20) not null primary key,
    customer_number varchar(40) not null,
    signal varchar(12) not null,
    reference varchar(200) not null,
    scan_id bigint,
    note varchar(2000),
    registered_by varchar(64),
    opened_at timestamp with time zone not null,
    -- as known when it opened
    value_tier varchar(4) not null,
    yearly_value numeric(16, 2) not null,
    lifetime_value numeric(16, 2) not null,
    second_lifetime_value numeric(16, 2) not null,
    assumptions_version integer not null,
    -- why they left (L-4) and what is done about it (L-5, L-6)
    proposed_reason varchar(20),
    confirmed_reason varchar(20),
    hold_out boolean default false not null,
    decision varchar(12),
    decided_at timestamp with time zone,
    complaint_case varchar(20),
    -- the talk (L-7, L-8)
    tries integer default 0 not null,
    reached_at timestamp with time zone,
    talk_result varchar(20),
    -- the offer (L-9)
    offer_kind varchar(30),
    offer_amount numeric(14, 2),
    offered_at timestamp with time zone,
    offer_answer varchar(12),
    answered_at timestamp with time zone,
    came_back_at timestamp with time zone,
    -- the watch (L-10) and whether it was worth it (L-11)
    watched_until timestamp with time zone,
    regained boolean,
    repurchase numeric(16, 2),
    minutes integer,
    letters integer,
    benefit_repurchase numeric(16, 2),
    benefit_replacement numeric(16, 2),
    benefit_referral numeric(16, 2),
    benefit_learnt numeric(16, 2),
    cost_people numeric(16, 2),
    cost_offer numeric(16, 2),
    cost_letters numeric(16, 2),
    cost_losses numeric(16, 2),
    outcome varchar(20),
    closed_at timestamp with time zone,
    constraint lost_customer_taken_up_once unique (customer_number, signal, reference)
);
create index lost_customer_opened on lost_customer (opened_at, case_number);

-- One recovery at a time for a customer: the row goes when the case closes.
create table lost_customer_running (
    customer_number varchar(40) not null primary key,
    case_number varchar(20) not null
);
