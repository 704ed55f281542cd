-- orders: what became of each line, in pieces; its share of the order's total, so that lines can be invoiced and cancelled one by one
alter table order_line add column status varchar(16) default 'OPEN' not null;
alter table order_line add column total numeric(19, 4) default 0 not null;
alter table order_line add column shipped integer default 0 not null;
alter table order_line add column invoiced integer default 0 not null;
alter table order_line add column cancelled integer default 0 not null;
update order_line set total = amount;
update order_line set total = amount
  + (select o.total from sales_order o where o.id = order_line.order_id)
  - (select sum(l.amount) from order_line l where l.order_id = order_line.order_id)
  where position = (select min(l.position) from order_line l where l.order_id = order_line.order_id);
update order_line set status = 'SHIPPED', shipped = quantity
  where order_id in (select o.id from sales_order o where o.status = 'SHIPPED');
update order_line set status = 'INVOICED', shipped = quantity, invoiced = quantity
  where order_id in (select o.id from sales_order o where o.status = 'INVOICED');
update order_line set status = 'CANCELLED', cancelled = quantity
  where order_id in (select o.id from sales_order o where o.status = 'CANCELLED');

-- being changed after it was placed; what was cancelled of its total
alter table sales_order add column changing boolean default false not null;
alter table sales_order add column cancelled numeric(19, 4) default 0 not null;

create table shipment (
  id bigint primary key,
  order_id bigint not null references sales_order (id),
  reference varchar(40) not null,
  carrier varchar(40),
  tracking varchar(60),
  at timestamp with time zone not null,
  who varchar(40) not null,
  version bigint not null,
  unique (order_id, reference)
);

create table shipment_line (
  shipment_id bigint not null references shipment (id),
  line_position integer not null,
  pieces integer not null,
  primary key (shipment_id, line_position)
);

create table invoice (
  id bigint primary key,
  order_id bigint not null references sales_order (id),
  number varchar(40) not null,
  amount numeric(19, 4) not null,
  at timestamp with time zone not null,
  who varchar(40) not null,
  version bigint not null,
  unique (order_id, number)
);

-- payments: what the gateway holds, which may be more than is wanted of it now; what was taken and given back
alter table payment add column authorized numeric(19, 4);
update payment set authorized = amount where method = 'CARD';
alter table payment add column captured numeric(19, 4) default 0 not null;
alter table payment add column refunded numeric(19, 4) default 0 not null;

-- money that is to be taken or given back, until it is known to be
create table money_move (
  id bigint primary key,
  payment_id bigint not null references payment (id),
  kind varchar(16) not null,
  amount numeric(19, 4) not null,
  last boolean not null,
  idempotency_key varchar(36) not null unique,
  cause varchar(40) not null,
  status varchar(16) not null,
  answer varchar(200),
  created_at timestamp with time zone not null,
  due_at timestamp with time zone,
  attempts integer not null,
  version bigint not null
);
create index money_move_payment on money_move (payment_id);
create index money_move_due on money_move (due_at);

alter table sandbox_charge add column of_key varchar(60);
create index sandbox_charge_of on sandbox_charge (of_key);
