-- Units of measure. A product is counted in its base unit (product.unit) and may be sold in more units, each a whole number of base
-- units; a channel may have a price of its own for one, else it is the base unit's times that number.
create table measure (
  code varchar(8) primary key,
  name_en varchar(20) not null,
  name_de varchar(20) not null
);
insert into measure (code, name_en, name_de) values
  ('PCS', 'piece', 'Stück'),
  ('PACK', 'pack', 'Packung'),
  ('BOX', 'box', 'Karton'),
  ('PAIR', 'pair', 'Paar'),
  ('SET', 'set', 'Satz'),
  ('M', 'metre', 'Meter'),
  ('ROLL', 'roll', 'Rolle'),
  ('PALLET', 'pallet', 'Palette');
insert into measure (code, name_en, name_de)
select distinct p.unit, p.unit, p.unit from product p where not exists (select 1 from measure m where m.code = p.unit);

alter table product add constraint product_unit_measure foreign key (unit) references measure (code);
create index product_base_unit on product (unit);

create table product_unit (
  product_id bigint not null references product (id),
  unit varchar(8) not null references measure (code),
  pieces integer not null check (pieces > 0),
  active boolean not null,
  version bigint not null,
  primary key (product_id, unit)
);
create index product_unit_measured on product_unit (unit);

create table product_unit_price (
  product_id bigint not null,
  unit varchar(8) not null,
  channel_id bigint not null references sales_channel (id),
  amount numeric(19, 4) not null,
  primary key (product_id, unit, channel_id),
  foreign key (product_id, unit) references product_unit (product_id, unit)
);
create index product_unit_price_channel on product_unit_price (channel_id);

-- what it is usually sold in; null: the base unit
alter table product add column sales_unit varchar(8) references measure (code);
create index product_sales_unit on product (sales_unit);

-- a line keeps the unit as it was when it was quoted: its name in the channel's language (empty for pieces) and its base units
alter table order_line add column unit varchar(8) default 'PCS' not null;
alter table order_line add column unit_name varchar(20) default '' not null;
alter table order_line add column unit_pieces integer default 1 not null;
alter table price_request add column unit varchar(8) default 'PCS' not null;
alter table price_request add column unit_name varchar(20) default '' not null;

-- Tax rates with days, both included, null: without end. Of several for a day the one that began last counts.
alter table tax_rate rename to tax_rate_undated;
create table tax_rate (
  id bigint default nextval('ringdesk_seq') primary key,
  country char(2) not null,
  tax_class varchar(12) not null,
  percent numeric(6, 3) not null,
  valid_from date,
  valid_to date,
  version bigint default 1 not null,
  unique (country, tax_class, valid_from)
);
insert into tax_rate (country, tax_class, percent, version)
select t.country, t.tax_class, t.percent, t.version from tax_rate_undated t;
drop table tax_rate_undated;

-- Source codes kept by admins: what a mailing cost in the channel's currency, and the dialled number that presets the code.
alter table source_code add column cost numeric(19, 4);
alter table source_code add column dialled varchar(20) references dialled_number (e164);
alter table source_code add column active boolean default true not null;
create index source_code_dialled on source_code (dialled);
create index source_code_code on source_code (code);
