-- administration: how a channel takes what is not money yet; a channel without a row tolerates nothing and holds no check
create table tender_rule (
  channel varchar(8) primary key,
  tolerance numeric(19, 4),
  tolerance_percent numeric(6, 3),
  check_hold_above numeric(19, 4),
  check_hold_days integer not null,
  check_refund varchar(16) not null,
  prepayment_days integer not null,
  version bigint not null
);

-- orders: a hold that is over by itself, and the codes by which the till holds
alter table order_hold add column lapses_at timestamp with time zone;
create index order_hold_lapses on order_hold (lapses_at);

insert into hold_code (channel_id, position, code, label, reason_needed)
  select c.id, 100, 'CHECK', case c.language when 'de' then 'Scheck noch nicht eingelöst' else 'Check not cleared yet' end, false
  from sales_channel c where not exists (select 1 from hold_code h where h.channel_id = c.id and h.code = 'CHECK');
insert into hold_code (channel_id, position, code, label, reason_needed)
  select c.id, 101, 'BOUNCED', case c.language when 'de' then 'Scheck geplatzt' else 'Check bounced' end, true
  from sales_channel c where not exists (select 1 from hold_code h where h.channel_id = c.id and h.code = 'BOUNCED');
insert into hold_code (channel_id, position, code, label, reason_needed)
  select c.id, 102, 'PREPAYMENT', case c.language when 'de' then 'Wartet auf Vorkasse' else 'Waits for prepayment' end, false
  from sales_channel c where not exists (select 1 from hold_code h where h.channel_id = c.id and h.code = 'PREPAYMENT');
insert into hold_code_role (channel_id, code, role, may_hold, may_clear)
  select h.channel_id, h.code, r.role, false, true
  from hold_code h cross join (select 'supervisor' as role union all select 'holds') r
  where h.code in ('CHECK', 'BOUNCED', 'PREPAYMENT')
    and not exists (select 1 from hold_code_role x where x.channel_id = h.channel_id and x.code = h.code);

-- payments: a share of the total instead of an amount; when a check need no longer be waited for; by when money is expected
alter table payment add column percent numeric(6, 3);
alter table payment add column hold_until timestamp with time zone;
alter table payment add column expected_by timestamp with time zone;
alter table payment add column gift_card_id bigint;
create index payment_expected on payment (expected_by);

-- gift cards: only a hash of the code is kept
create table gift_card (
  id bigint primary key,
  code_hash char(64) not null unique,
  last_four char(4) not null,
  currency char(3) not null,
  balance numeric(19, 4) not null check (balance >= 0),
  issued_at timestamp with time zone not null,
  issued_by varchar(40) not null,
  version bigint not null
);
create index gift_card_issued on gift_card (issued_at);
alter table payment add constraint payment_gift_card foreign key (gift_card_id) references gift_card (id);

-- what was put on a card and taken from it; the sum of its lines is the balance
create table gift_card_entry (
  id bigint primary key,
  gift_card_id bigint not null references gift_card (id),
  kind varchar(16) not null,
  amount numeric(19, 4) not null,
  balance numeric(19, 4) not null,
  payment_id bigint references payment (id),
  at timestamp with time zone not null,
  who varchar(40) not null
);
create index gift_card_entry_card on gift_card_entry (gift_card_id, id);

-- what was given back without a gateway, and how
create table money_back (
  id bigint primary key,
  payment_id bigint not null references payment (id),
  tender varchar(16) not null,
  amount numeric(19, 4) not null,
  reason varchar(40) not null,
  at timestamp with time zone not null,
  who varchar(40) not null
);
create index money_back_payment on money_back (payment_id);
