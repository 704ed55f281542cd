-- Work that one server of a cluster does at a time: whoever has locked the row has the turn.
create table cluster_turn (
  name varchar(40) primary key
);
insert into cluster_turn (name) values ('demo-data');
insert into cluster_turn (name) values ('queue-seats');
