-- administration: how a channel sends, in its order; the first mode is its usual one
create table delivery_mode (
  channel_id bigint not null references sales_channel (id),
  position integer not null,
  code varchar(12) not null,
  name varchar(60) not null,
  needs_address boolean not null,
  primary key (channel_id, code)
);

-- pricing: what may be charged by hand, up to which amount
create table manual_charge (
  channel_id bigint not null references sales_channel (id),
  position integer not null,
  code varchar(20) not null,
  label varchar(60) not null,
  tax_class varchar(12) not null,
  most numeric(19, 4) not null,
  primary key (channel_id, code)
);

-- orders: the terms of the whole order, and those of a line that differ from them; what a line leaves open is as the order says
alter table sales_order add column delivery_mode varchar(12);
alter table sales_order add column ship_street varchar(100);
alter table sales_order add column ship_postal_code varchar(12);
alter table sales_order add column ship_city varchar(60);
alter table sales_order add column ship_country char(2);
alter table sales_order add column requested_on date;
alter table sales_order add column expedite boolean;
alter table sales_order add column ship_complete boolean;
alter table sales_order add column hand_charges varchar(2000) default '' not null;

alter table order_line add column delivery_mode varchar(12);
alter table order_line add column ship_street varchar(100);
alter table order_line add column ship_postal_code varchar(12);
alter table order_line add column ship_city varchar(60);
alter table order_line add column ship_country char(2);
alter table order_line add column requested_on date;
alter table order_line add column expedite boolean;
alter table order_line add column ship_complete boolean;

alter table order_event add column reason varchar(200);

-- about the order, or about the line with that position
create table order_note (
  id bigint primary key,
  order_id bigint not null references sales_order (id),
  line_position integer,
  text varchar(500) not null,
  internal boolean not null,
  printed boolean not null,
  at timestamp with time zone not null,
  who varchar(40) not null,
  version bigint not null
);
create index order_note_order on order_note (order_id, id);

-- why an order is held, and which roles may hold it so and clear it
create table hold_code (
  channel_id bigint not null references sales_channel (id),
  position integer not null,
  code varchar(20) not null,
  label varchar(60) not null,
  reason_needed boolean not null,
  primary key (channel_id, code)
);

create table hold_code_role (
  channel_id bigint not null,
  code varchar(20) not null,
  role varchar(16) not null,
  may_hold boolean not null,
  may_clear boolean not null,
  primary key (channel_id, code, role),
  foreign key (channel_id, code) references hold_code (channel_id, code)
);

create table order_hold (
  id bigint primary key,
  order_id bigint not null references sales_order (id),
  code varchar(20) not null,
  label varchar(60) not null,
  reason varchar(200),
  held_at timestamp with time zone not null,
  held_by varchar(40) not null,
  cleared_at timestamp with time zone,
  cleared_by varchar(40),
  clear_reason varchar(200),
  version bigint not null
);
create index order_hold_order on order_hold (order_id, id);
