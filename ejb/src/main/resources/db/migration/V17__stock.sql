-- catalog: how many pieces there are, and how many of them orders have claimed; a row of its own, so that who claims keeps nobody
-- from reading or selling the product
create table product_stock (
  product_id bigint primary key references product (id) on delete cascade,
  on_hand integer not null,
  reserved integer not null,
  -- goods on their way by day, as they are written in an import: 2026-12-07:40;2026-12-21:100
  expected varchar(500) default '' not null,
  version bigint not null
);
insert into product_stock (product_id, on_hand, reserved, version) select id, stock, 0, 1 from product;
alter table product drop column stock;

-- what is claimed for whom: an order, known by its number only; the sum by product is what is reserved, in the product's base units
create table stock_claim (
  holder bigint not null,
  product_id bigint not null references product (id) on delete cascade,
  pieces integer not null,
  version bigint default 1 not null,
  primary key (holder, product_id)
);
create index stock_claim_product on stock_claim (product_id);
insert into stock_claim (holder, product_id, pieces)
select o.id, l.product_id, sum((l.quantity - l.shipped - l.cancelled) * l.unit_pieces)
from sales_order o join order_line l on l.order_id = o.id
where o.status in ('PLACED', 'BACKORDERED', 'RELEASED', 'PICKED')
  or o.status = 'ON_HOLD' and o.placed_at is not null
  or o.status = 'SUBMITTED' and (o.problem is null or o.problem = 'PAYMENT_UNKNOWN')
group by o.id, l.product_id
having sum(l.quantity - l.shipped - l.cancelled) > 0;
update product_stock set reserved = (select sum(c.pieces) from stock_claim c where c.product_id = product_stock.product_id)
where exists (select 1 from stock_claim c where c.product_id = product_stock.product_id);

-- how a product is sold; days are the channel's, both ends included, null: without end
alter table product add column backorder boolean default true not null;
alter table product add column lead_days integer;
alter table product add column sell_from date;
alter table product add column sell_to date;
alter table product add column ship_alone boolean default false not null;
alter table product add column price_adjustable boolean default true not null;
alter table product add column returnable boolean default true not null;

-- colour=red;size=M, in both languages where they differ: colour|Farbe=red|rot
alter table product add column attributes varchar(1000) default '' not null;

-- everything a product is found by, so that one index serves any part of it
alter table product add column search_text varchar(2000) default '' not null;
update product set search_text = left(search_name || coalesce(' ' || barcode, '')
  || (select ' ' || replace(replace(replace(replace(lower(c.code || ' ' || c.name_en || ' ' || c.name_de), 'ä', 'a'), 'ö', 'o'), 'ü', 'u'), 'ß', 'ss')
      from product_category c where c.id = product.category_id), 2000);

-- administration: working days from the shelf to the customer
alter table delivery_mode add column days integer default 2 not null;

-- orders: what was promised for a line when it was placed, and how many of its pieces were not there then
alter table order_line add column promised_on date;
alter table order_line add column missing integer default 0 not null;

-- a hold that lets others have the goods meanwhile
alter table hold_code add column releases_stock boolean default false not null;
alter table order_hold add column releases_stock boolean default false not null;
