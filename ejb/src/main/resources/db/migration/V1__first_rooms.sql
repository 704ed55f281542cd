-- Runs on PostgreSQL and on H2 in PostgreSQL mode. Times are UTC; amounts carry the currency of their channel or order.
create sequence ringdesk_seq start with 1000 increment by 50;
create sequence order_number_seq start with 10001 increment by 1;
create sequence customer_number_seq start with 20001 increment by 1;

-- administration
create table sales_channel (
  id bigint primary key,
  code varchar(8) not null unique,
  name varchar(80) not null,
  legal_entity varchar(80) not null,
  order_prefix char(2) not null,
  country char(2) not null,
  currency char(3) not null,
  time_zone varchar(40) not null,
  language varchar(5) not null,
  prices_include_tax boolean not null,
  delivery_charge numeric(19, 4) not null,
  free_delivery_above numeric(19, 4),
  version bigint not null
);

create table channel_payment_method (
  channel_id bigint not null references sales_channel (id),
  method varchar(16) not null,
  primary key (channel_id, method)
);

create table dialled_number (
  e164 varchar(20) primary key,
  channel_id bigint not null references sales_channel (id),
  label varchar(80) not null,
  queue varchar(40) not null
);

create table app_user (
  id bigint primary key,
  login varchar(40) not null unique,
  display_name varchar(80) not null,
  password_hash varchar(400) not null,
  language varchar(5) not null,
  endpoint varchar(40),
  enabled boolean not null,
  version bigint not null
);
create unique index app_user_endpoint on app_user (endpoint);

create table app_user_role (
  user_id bigint not null references app_user (id),
  role varchar(16) not null,
  primary key (user_id, role)
);

create table channel_user (
  channel_id bigint not null references sales_channel (id),
  user_id bigint not null references app_user (id),
  primary key (channel_id, user_id)
);
create index channel_user_user on channel_user (user_id);

create table queue_membership (
  user_id bigint not null references app_user (id),
  queue varchar(40) not null,
  penalty integer not null,
  primary key (user_id, queue)
);

-- customers
create table customer (
  id bigint primary key,
  number varchar(12) not null unique,
  first_name varchar(60) not null,
  last_name varchar(60) not null,
  company varchar(80),
  email varchar(120),
  language varchar(5) not null,
  country char(2) not null,
  search_name varchar(220) not null,
  on_account boolean not null,
  credit_limit numeric(19, 4) not null,
  created_at timestamp with time zone not null,
  version bigint not null
);
create index customer_search_name on customer (search_name);
create index customer_email on customer (email);

create table customer_phone (
  id bigint primary key,
  customer_id bigint not null references customer (id),
  position integer not null,
  e164 varchar(20) not null,
  kind varchar(16) not null
);
create index customer_phone_e164 on customer_phone (e164, customer_id);
create index customer_phone_customer on customer_phone (customer_id);

create table customer_address (
  id bigint primary key,
  customer_id bigint not null references customer (id),
  position integer not null,
  kind varchar(16) not null,
  street varchar(100) not null,
  postal_code varchar(12) not null,
  city varchar(60) not null,
  country char(2) not null
);
create index customer_address_customer on customer_address (customer_id);

-- catalog
create table product_category (
  id bigint primary key,
  code varchar(20) not null unique,
  name_en varchar(60) not null,
  name_de varchar(60) not null
);

create table product (
  id bigint primary key,
  number varchar(20) not null unique,
  name_en varchar(120) not null,
  name_de varchar(120) not null,
  search_name varchar(300) not null,
  category_id bigint not null references product_category (id),
  picture varchar(60) not null,
  barcode varchar(14),
  tax_class varchar(12) not null,
  stock integer not null,
  active boolean not null,
  version bigint not null
);
create index product_search_name on product (search_name);
create index product_barcode on product (barcode);

create table product_price (
  product_id bigint not null references product (id),
  channel_id bigint not null references sales_channel (id),
  amount numeric(19, 4) not null,
  primary key (product_id, channel_id)
);

create table tax_rate (
  country char(2) not null,
  tax_class varchar(12) not null,
  percent numeric(6, 3) not null,
  primary key (country, tax_class)
);

-- orders
create table sales_order (
  id bigint primary key,
  number char(10) not null unique,
  channel_id bigint not null references sales_channel (id),
  customer_id bigint not null references customer (id),
  status varchar(16) not null,
  call_id varchar(36),
  agent varchar(40) not null,
  currency char(3) not null,
  goods numeric(19, 4) not null,
  charges numeric(19, 4) not null,
  tax numeric(19, 4) not null,
  total numeric(19, 4) not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  placed_at timestamp with time zone,
  problem varchar(40),
  draft_key varchar(120) unique,
  version bigint not null
);
create index sales_order_customer on sales_order (customer_id, created_at desc);
create index sales_order_agent on sales_order (agent, status);
create index sales_order_call on sales_order (call_id);

create table order_line (
  id bigint primary key,
  order_id bigint not null references sales_order (id),
  position integer not null,
  product_id bigint not null references product (id),
  product_number varchar(20) not null,
  product_name varchar(120) not null,
  quantity integer not null,
  unit_price numeric(19, 4) not null,
  tax_percent numeric(6, 3) not null,
  amount numeric(19, 4) not null
);
create index order_line_order on order_line (order_id, position);
create index order_line_product on order_line (product_id);

create table order_event (
  id bigint primary key,
  order_id bigint not null references sales_order (id),
  order_version bigint not null,
  at timestamp with time zone not null,
  who varchar(40) not null,
  kind varchar(24) not null,
  subject varchar(120),
  old_value varchar(120),
  new_value varchar(120)
);
create index order_event_order on order_event (order_id, id);

-- payments
create table payment (
  id bigint primary key,
  order_id bigint not null references sales_order (id),
  position integer not null,
  method varchar(16) not null,
  amount numeric(19, 4) not null,
  currency char(3) not null,
  status varchar(16) not null,
  token varchar(80),
  brand varchar(20),
  last_four char(4),
  check_number varchar(30),
  idempotency_key varchar(36) not null unique,
  created_at timestamp with time zone not null,
  created_by varchar(40) not null,
  gateway_reference varchar(80),
  reconcile_at timestamp with time zone,
  attempts integer default 0 not null,
  version bigint not null
);
create index payment_order on payment (order_id, position);
create index payment_reconcile on payment (reconcile_at);

create table payment_event (
  id bigint primary key,
  payment_id bigint not null references payment (id),
  at timestamp with time zone not null,
  kind varchar(16) not null,
  amount numeric(19, 4) not null,
  answer varchar(16) not null,
  reference varchar(80),
  detail varchar(200)
);
create index payment_event_payment on payment_event (payment_id, id);

-- which submits were begun: a key that comes again is the same submit
create table submission (
  submit_key varchar(36) primary key,
  order_id bigint not null references sales_order (id),
  at timestamp with time zone not null,
  who varchar(40) not null
);

-- the sandbox gateway's own books: nothing else reads them
create table sandbox_charge (
  idempotency_key varchar(60) primary key,
  operation varchar(16) not null,
  token varchar(80) not null,
  amount numeric(19, 4) not null,
  currency char(3) not null,
  outcome varchar(16) not null,
  reference varchar(80) not null,
  at timestamp with time zone not null
);

-- agents
create table agent_presence (
  login varchar(40) primary key,
  wish varchar(16) not null,
  pause_reason varchar(20),
  phone varchar(16) not null,
  since timestamp with time zone not null,
  told boolean not null,
  version bigint not null
);
create index agent_presence_told on agent_presence (told);

-- calls
create table call_record (
  id varchar(36) primary key,
  pbx varchar(32) not null,
  direction varchar(10) not null,
  state varchar(12) not null,
  party varchar(80),
  party_e164 varchar(20),
  caller_name varchar(120),
  withheld boolean not null,
  dialled varchar(80),
  dialled_e164 varchar(20),
  queue varchar(40),
  agent varchar(40),
  agent_channel varchar(80),
  customer varchar(12),
  order_number char(10),
  started_at timestamp with time zone not null,
  ringing_at timestamp with time zone,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason varchar(20),
  last_seq bigint not null,
  version bigint not null
);
create index call_record_agent on call_record (agent, state);
create index call_record_state on call_record (state);
create index call_record_customer on call_record (customer, started_at desc);
create index call_record_started on call_record (started_at);

-- whose phones ring for it now
create table call_ringing (
  call_id varchar(36) not null references call_record (id),
  agent varchar(40) not null,
  primary key (call_id, agent)
);

create table pbx_link (
  pbx varchar(32) primary key,
  state varchar(12) not null,
  detail varchar(200) not null,
  since timestamp with time zone not null,
  last_seq bigint not null,
  version bigint not null
);
