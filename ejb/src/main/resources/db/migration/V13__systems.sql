-- Keys by which other systems come in. Of the secret only a hash is kept; its public beginning finds it.
create table api_key (
  id bigint primary key,
  prefix varchar(12) not null unique,
  secret_hash varchar(64) not null,
  system_name varchar(32) not null,
  created_at timestamp with time zone not null,
  created_by varchar(40) not null,
  used_at timestamp with time zone,
  ends_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by varchar(40),
  version bigint not null
);

create table api_key_scope (
  key_id bigint not null references api_key (id),
  scope varchar(20) not null,
  primary key (key_id, scope)
);

-- What a system was answered, so that a request that is sent again is not done again. Without a status it is being done, which a
-- lock on the row shows, or it was broken off.
create table api_answer (
  caller varchar(40) not null,
  request_key varchar(100) not null,
  fingerprint varchar(64) not null,
  asked_at timestamp with time zone not null,
  status integer,
  body varchar(1000000),
  primary key (caller, request_key)
);
create index api_answer_asked on api_answer (asked_at);

-- systems ask for what changed since
create index sales_order_changed on sales_order (changed_at, id);
