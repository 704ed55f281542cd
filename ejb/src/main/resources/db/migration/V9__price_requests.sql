-- A price beyond an agent's limits, asked of a supervisor. Kept for good; while it is ASKED somebody may answer.
create table price_request (
  id bigint primary key,
  order_id bigint not null references sales_order (id),
  position integer not null,
  product_id bigint not null references product (id),
  product_name varchar(120) not null,
  quantity integer not null,
  currency char(3) not null,
  found numeric(19, 4) not null,
  wanted numeric(19, 4) not null,
  margin numeric(9, 2),
  margin_level varchar(12) not null,
  reason varchar(20) not null,
  reason_label varchar(60) not null,
  words varchar(200) not null,
  asked_by varchar(40) not null,
  asked_at timestamp with time zone not null,
  answer_until timestamp with time zone not null,
  state varchar(12) not null,
  ended_by varchar(40),
  ended_at timestamp with time zone,
  agreed numeric(19, 4),
  answer varchar(200) not null,
  version bigint not null
);
create index price_request_order on price_request (order_id, id);
create index price_request_due on price_request (state, answer_until);
create index price_request_ended on price_request (ended_at);

-- how long a request of the channel waits for its answer
create table price_request_rule (
  channel_id bigint primary key references sales_channel (id),
  seconds integer not null,
  version bigint not null
);

-- price groups that a customer has from a merge (known by its number only); added: had not been in before
create table price_group_merge (
  merge_id bigint not null,
  customer_id bigint not null references customer (id),
  group_id bigint not null references price_group (id),
  added boolean not null,
  primary key (merge_id, group_id)
);
create index price_group_merge_customer on price_group_merge (customer_id, group_id);
