-- Prices by rules. Dates are days in the channel's time zone, both ends included, null: without end; amounts carry the currency of
-- the channel unless they say another.

-- catalog: the unit a product is sold in, what one costs us in a channel's currency without tax
alter table product add column unit varchar(8) default 'PCS' not null;
alter table product_price add column cost numeric(19, 4);

-- price groups: who gets which agreed prices
create table price_group (
  id bigint primary key,
  code varchar(20) not null unique,
  name varchar(80) not null,
  version bigint not null
);

create table price_group_customer (
  customer_id bigint not null references customer (id),
  group_id bigint not null references price_group (id),
  primary key (customer_id, group_id)
);
create index price_group_customer_group on price_group_customer (group_id);

create table price_group_channel (
  channel_id bigint not null references sales_channel (id),
  group_id bigint not null references price_group (id),
  primary key (channel_id, group_id)
);
create index price_group_channel_group on price_group_channel (group_id);

-- An agreement is not changed: it ends and another one begins, so that a line keeps the price of the day it was quoted.
create table trade_agreement (
  id bigint primary key,
  group_id bigint not null references price_group (id),
  product_id bigint not null references product (id),
  unit varchar(8) not null,
  currency char(3) not null,
  from_quantity integer not null,
  valid_from date,
  valid_to date,
  price numeric(19, 4) not null,
  version bigint not null
);
create index trade_agreement_product on trade_agreement (product_id, group_id);
create index trade_agreement_group on trade_agreement (group_id);

-- printed catalogs and the codes on them
create table sales_catalog (
  id bigint primary key,
  channel_id bigint not null references sales_channel (id),
  code varchar(20) not null,
  name varchar(80) not null,
  valid_from date,
  valid_to date,
  version bigint not null,
  unique (channel_id, code)
);

create table catalog_price (
  catalog_id bigint not null references sales_catalog (id),
  product_id bigint not null references product (id),
  unit varchar(8) not null,
  from_quantity integer not null,
  price numeric(19, 4) not null,
  primary key (catalog_id, product_id, unit, from_quantity)
);
create index catalog_price_product on catalog_price (product_id);

create table source_code (
  channel_id bigint not null references sales_channel (id),
  code varchar(20) not null,
  catalog_id bigint not null references sales_catalog (id),
  name varchar(80) not null,
  valid_from date,
  valid_to date,
  version bigint not null,
  primary key (channel_id, code)
);
create index source_code_catalog on source_code (catalog_id);

-- discounts: what they give in steps (from a number of pieces, or from a value), and what they are for
create table discount (
  id bigint primary key,
  channel_id bigint not null references sales_channel (id),
  code varchar(20) not null,
  name varchar(80) not null,
  kind varchar(12) not null,
  concurrency varchar(12) not null,
  by_coupon boolean not null,
  valid_from date,
  valid_to date,
  most_sets integer not null,
  version bigint not null,
  unique (channel_id, code)
);

create table discount_step (
  discount_id bigint not null references discount (id),
  from_value numeric(19, 4) not null,
  reduction varchar(12) not null,
  reduce_by numeric(19, 4) not null,
  primary key (discount_id, from_value)
);

-- a discount without any is for everything; mix and match has its groups by number, with so many pieces of each
create table discount_scope (
  id bigint primary key,
  discount_id bigint not null references discount (id),
  set_group integer not null,
  pieces integer not null,
  product_id bigint references product (id),
  category_id bigint references product_category (id),
  excluded boolean not null
);
create index discount_scope_discount on discount_scope (discount_id);
create index discount_scope_product on discount_scope (product_id);
create index discount_scope_category on discount_scope (category_id);

create table coupon (
  id bigint primary key,
  channel_id bigint not null references sales_channel (id),
  code varchar(20) not null,
  discount_id bigint not null references discount (id),
  exclusive boolean not null,
  valid_from date,
  valid_to date,
  most_uses integer,
  most_uses_by_customer integer,
  uses integer not null,
  version bigint not null,
  unique (channel_id, code)
);
create index coupon_discount on coupon (discount_id);

create table coupon_use (
  coupon_id bigint not null references coupon (id),
  order_id bigint not null references sales_order (id),
  customer_id bigint not null references customer (id),
  at timestamp with time zone not null,
  primary key (coupon_id, order_id)
);
create index coupon_use_order on coupon_use (order_id);
create index coupon_use_customer on coupon_use (coupon_id, customer_id);

-- charges that come by themselves
create table charge (
  id bigint primary key,
  channel_id bigint not null references sales_channel (id),
  code varchar(20) not null,
  name varchar(80) not null,
  level varchar(8) not null,
  delivery_mode varchar(12),
  category_id bigint references product_category (id),
  tax_class varchar(12) not null,
  valid_from date,
  valid_to date,
  version bigint not null
);
create index charge_channel on charge (channel_id);
create index charge_category on charge (category_id);

create table charge_step (
  charge_id bigint not null references charge (id),
  from_value numeric(19, 4) not null,
  basis varchar(12) not null,
  charged numeric(19, 4) not null,
  primary key (charge_id, from_value)
);

-- what a role may do to a price by hand (percent null: any, 0: nothing; floor in percent of the cost, 0: none), and why
create table override_limit (
  role varchar(16) primary key,
  percent numeric(7, 3),
  floor_percent numeric(7, 3) not null,
  version bigint not null
);

create table override_reason (
  channel_id bigint not null references sales_channel (id),
  position integer not null,
  code varchar(20) not null,
  label varchar(60) not null,
  primary key (channel_id, position)
);

create table margin_rule (
  channel_id bigint primary key references sales_channel (id),
  acceptable numeric(7, 3) not null,
  questionable numeric(7, 3) not null,
  version bigint not null
);

-- orders: what price rules ask for, and what they gave
alter table sales_order add column discount numeric(19, 4) default 0 not null;
alter table sales_order add column source_code varchar(20);
alter table sales_order add column coupons varchar(120) default '' not null;
alter table sales_order add column price_trail varchar(1000000) default '' not null;

-- unit_price is what the line is sold at; base_price what the catalog said when it was quoted
alter table order_line add column base_price numeric(19, 4);
update order_line set base_price = unit_price;
alter table order_line alter column base_price set not null;
alter table order_line add column quoted_on date;
update order_line set quoted_on = (select cast(o.created_at as date) from sales_order o where o.id = order_line.order_id);
alter table order_line alter column quoted_on set not null;
alter table order_line add column discount numeric(19, 4) default 0 not null;
alter table order_line add column agreed_price numeric(19, 4);
alter table order_line add column agreed_reason varchar(20);
