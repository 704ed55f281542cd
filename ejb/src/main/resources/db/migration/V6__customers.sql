-- customers: what is kept about them beside names, numbers and addresses
alter table customer add column alert varchar(200);
alter table customer add column changed_at timestamp with time zone;
alter table customer add column changed_by varchar(40);
alter table customer add column merged_into bigint references customer (id);
create index customer_merged_into on customer (merged_into);

-- everything a customer is found by, so that one index serves any part of it
alter table customer add column search_text varchar(2000) default '' not null;
update customer set search_text = left(
  lower(number) || ' ' || search_name || coalesce(' ' || email, '')
  || coalesce((select ' ' || string_agg(p.e164, ' ') from customer_phone p where p.customer_id = customer.id), '')
  || coalesce((select ' ' || string_agg(lower(a.postal_code) || ' ' || replace(lower(a.postal_code), ' ', ''), ' ')
               from customer_address a where a.customer_id = customer.id), ''), 2000);

create table customer_note (
  id bigint primary key,
  customer_id bigint not null references customer (id),
  at timestamp with time zone not null,
  author varchar(40) not null,
  text varchar(1000) not null
);
create index customer_note_customer on customer_note (customer_id, at desc);

-- each time it was given or withdrawn; the last of a kind is in force
create table customer_consent (
  id bigint primary key,
  customer_id bigint not null references customer (id),
  channel varchar(8) not null,
  given boolean not null,
  given_on date not null,
  source varchar(80) not null,
  at timestamp with time zone not null,
  who varchar(40) not null
);
create index customer_consent_customer on customer_consent (customer_id, at desc);

create table customer_merge (
  id bigint primary key,
  kept_id bigint not null references customer (id),
  merged_id bigint not null references customer (id),
  at timestamp with time zone not null,
  who varchar(40) not null,
  undone_at timestamp with time zone,
  undone_by varchar(40),
  version bigint not null
);
create index customer_merge_kept on customer_merge (kept_id);
create index customer_merge_merged on customer_merge (merged_id);

-- what went to the one that was kept, so that it can go back
create table customer_merge_phone (
  merge_id bigint not null references customer_merge (id),
  phone_id bigint not null,
  primary key (merge_id, phone_id)
);
create table customer_merge_address (
  merge_id bigint not null references customer_merge (id),
  address_id bigint not null,
  primary key (merge_id, address_id)
);

-- orders and calls: the same of theirs; the merge is known by its number only
create table order_merge (
  merge_id bigint not null,
  order_id bigint not null references sales_order (id),
  primary key (merge_id, order_id)
);
create table call_merge (
  merge_id bigint not null,
  call_id varchar(36) not null references call_record (id),
  primary key (merge_id, call_id)
);

-- what the database can do beyond what every one can
create table database_ability (
  name varchar(20) primary key
);
