-- Files that admins bring in. A job is checked first, then imported; what is counted is of the last of both.
create table import_job (
  id bigint primary key,
  kind varchar(16) not null,
  file_name varchar(120) not null,
  state varchar(12) not null,
  whole boolean not null,
  row_count bigint not null,
  done bigint not null,
  added bigint not null,
  changed bigint not null,
  same bigint not null,
  bad bigint not null,
  faults bigint not null,
  failures integer not null,
  problem varchar(40),
  created_at timestamp with time zone not null,
  created_by varchar(40) not null,
  started_by varchar(40),
  ended_at timestamp with time zone,
  version bigint not null
);
create index import_job_state on import_job (state, id);

-- kept until the job has ended
create table import_file (
  job_id bigint primary key references import_job (id),
  content bytea not null
);

-- the first of what is wrong in it; what was read stands in no argument that could be a card number
create table import_fault (
  job_id bigint not null references import_job (id),
  position integer not null,
  line bigint not null,
  column_name varchar(40) not null,
  reason varchar(40) not null,
  arguments varchar(300) not null,
  primary key (job_id, position)
);

insert into cluster_turn (name) values ('imports');
