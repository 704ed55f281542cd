-- Orders whose money, or which themselves, somebody has to look after; an entry is there as long as its reason is.
create table work_entry (
  order_id bigint not null references sales_order (id),
  queue varchar(12) not null,
  channel_id bigint not null references sales_channel (id),
  since timestamp with time zone not null,
  reason varchar(20) not null,
  detail varchar(200) not null,
  amount numeric(19, 4) not null,
  currency char(3) not null,
  last_by varchar(40),
  last_at timestamp with time zone,
  claimed_by varchar(40),
  claimed_until timestamp with time zone,
  -- somebody took care of it elsewhere: it comes back when its reason or amount is another
  settled boolean not null,
  version bigint not null,
  primary key (order_id, queue)
);
create index work_entry_list on work_entry (queue, settled, since, order_id);
create index work_entry_counts on work_entry (settled, channel_id, queue);

-- a move that was refused and is followed by another, or settled otherwise
alter table money_move add column followed boolean default false not null;
create index money_move_refused on money_move (status, followed);

-- who may work on the queues beside supervisors: agents who may clear holds or give money back
insert into app_user_role (user_id, role)
  select r.user_id, 'work-queues' from app_user_role r where r.role = 'refunds'
  and not exists (select 1 from app_user_role o where o.user_id = r.user_id and o.role = 'work-queues');

-- what waits already
insert into work_entry (order_id, queue, channel_id, since, reason, detail, amount, currency, settled, version)
  select o.id, 'HELD', o.channel_id, min(h.held_at), 'HELD', max(h.label), max(o.total - o.cancelled), max(o.currency), false, 1
  from sales_order o join order_hold h on h.order_id = o.id and h.cleared_at is null
  where o.status = 'ON_HOLD' group by o.id, o.channel_id;
insert into work_entry (order_id, queue, channel_id, since, reason, detail, amount, currency, settled, version)
  select o.id, 'DECLINED', o.channel_id, min(p.created_at), 'DECLINED', '', sum(p.amount), max(o.currency), false, 1
  from sales_order o join payment p on p.order_id = o.id and p.status = 'DECLINED'
  where o.status in ('DRAFT', 'SUBMITTED', 'ON_HOLD') and o.placed_at is null group by o.id, o.channel_id;
insert into work_entry (order_id, queue, channel_id, since, reason, detail, amount, currency, settled, version)
  select o.id, 'PENDING', o.channel_id, min(p.created_at), 'UNKNOWN', '', sum(p.amount), max(o.currency), false, 1
  from sales_order o join payment p on p.order_id = o.id and p.status in ('AUTHORIZING', 'UNKNOWN')
  group by o.id, o.channel_id;
insert into work_entry (order_id, queue, channel_id, since, reason, detail, amount, currency, settled, version)
  select o.id, 'REFUSED', o.channel_id, min(m.created_at), 'CAPTURE', max(coalesce(m.answer, '')), sum(m.amount), max(o.currency), false, 1
  from sales_order o join payment p on p.order_id = o.id join money_move m on m.payment_id = p.id and m.status = 'REFUSED'
  group by o.id, o.channel_id;
