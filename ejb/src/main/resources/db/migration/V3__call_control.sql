-- Calls are controlled from the screen: whose channels they are, who else of the house is in them, where they wait, who handed
-- them to whom. The second person is one consulted, one called from within, or one in conference.
alter table call_record add column other_channel varchar(80);
alter table call_record add column second_kind varchar(12);
alter table call_record add column second_stage varchar(12);
alter table call_record add column second_login varchar(40);
alter table call_record add column second_shown varchar(80);
alter table call_record add column second_channel varchar(80);
alter table call_record add column muted boolean default false not null;
alter table call_record add column parked_at varchar(20);
alter table call_record add column handed_by varchar(40);
alter table call_record add column handed_to varchar(80);
alter table call_record add column handed_at timestamp with time zone;
alter table call_record add column note varchar(500);
create index call_record_second on call_record (second_login, state);
create index call_record_handed on call_record (handed_by, handed_at);

alter table call_ringing add column channel varchar(80) default '' not null;

-- What agents asked the PBX to do. While one is in flight it holds the lock of what it is about (a call, or an agent's phone):
-- the lock is unique, so of two clicks or two servers one gets it. The key comes from the browser: the same key is the same click.
create table call_command (
  command_key varchar(36) primary key,
  login varchar(40) not null,
  move varchar(16) not null,
  call_id varchar(36),
  lock_on varchar(80) unique,
  channel varchar(80),
  target varchar(80),
  customer varchar(12),
  outcome varchar(16) not null,
  begun_at timestamp with time zone not null,
  until timestamp with time zone not null,
  version bigint not null
);
create index call_command_due on call_command (outcome, until);
create index call_command_login on call_command (login, begun_at desc);

-- who handed an order on together with its call: they look at it, and no longer change it
alter table sales_order add column handed_by varchar(40);
