-- where an agent sits, and what follows a call

-- administration: what a queue asks of its agents after a call
create table queue_rule (
  queue varchar(40) primary key,
  name varchar(80) not null,
  after_call varchar(10) not null,
  limit_seconds integer not null,
  extensions integer not null,
  extension_seconds integer not null,
  code_required boolean not null,
  version bigint not null
);

create table queue_wrap_up_code (
  queue varchar(40) not null references queue_rule (queue),
  position integer not null,
  code varchar(20) not null,
  label varchar(60) not null,
  primary key (queue, position)
);

-- for queues that have no codes of their own
create table channel_rule (
  channel varchar(8) primary key,
  version bigint not null
);

create table channel_wrap_up_code (
  channel varchar(8) not null references channel_rule (channel),
  position integer not null,
  code varchar(20) not null,
  label varchar(60) not null,
  primary key (channel, position)
);

-- one row, with the key 1
create table telephony_rule (
  id integer primary key,
  grace_seconds integer not null,
  missed_call varchar(20) not null,
  version bigint not null
);
insert into telephony_rule (id, grace_seconds, missed_call, version) values (1, 120, 'STAY_READY', 1);

-- agents: who was signed in before sat at the user's own phone
alter table agent_presence add column endpoint varchar(40);
alter table agent_presence add column joined boolean default false not null;
alter table agent_presence add column reachable boolean default true not null;
alter table agent_presence add column notice varchar(20);
alter table agent_presence add column notice_by varchar(80);
alter table agent_presence add column notice_at timestamp with time zone;
alter table agent_presence add column work_phase varchar(10);
alter table agent_presence add column work_call varchar(36);
alter table agent_presence add column work_queue varchar(40);
alter table agent_presence add column work_channel varchar(8);
alter table agent_presence add column work_mode varchar(10);
alter table agent_presence add column work_seconds integer;
alter table agent_presence add column work_extensions integer;
alter table agent_presence add column work_extension_seconds integer;
alter table agent_presence add column work_code_required boolean;
alter table agent_presence add column work_since timestamp with time zone;
alter table agent_presence add column work_until timestamp with time zone;
alter table agent_presence add column work_code varchar(20);
alter table agent_presence add column work_note varchar(500);
update agent_presence set endpoint = (select u.endpoint from app_user u where u.login = agent_presence.login), told = false
  where wish <> 'SIGNED_OUT';
create unique index agent_presence_endpoint on agent_presence (endpoint);
create index agent_presence_work_until on agent_presence (work_until);

-- phones that somebody left and that the PBX has to take out of its queues
create table vacated_seat (
  id bigint primary key,
  endpoint varchar(40) not null
);

-- when an agent's browser was last known to be there
create table agent_browser (
  login varchar(40) primary key,
  seen_at timestamp with time zone not null
);

create table agent_transition (
  id bigint primary key,
  login varchar(40) not null,
  at timestamp with time zone not null,
  state varchar(12) not null,
  reason varchar(20),
  endpoint varchar(40)
);
create index agent_transition_login on agent_transition (login, at);
create index agent_transition_at on agent_transition (at);

-- calls: what an agent noted after a call
create table call_wrap_up (
  id bigint primary key,
  call_id varchar(36) not null references call_record (id),
  agent varchar(40) not null,
  code varchar(20),
  note varchar(500),
  timed_out boolean not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone not null
);
create index call_wrap_up_call on call_wrap_up (call_id);
