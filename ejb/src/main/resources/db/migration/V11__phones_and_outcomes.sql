-- a phone of another PBX than the first has that one's name before it: berlin:PJSIP/1001
alter table app_user alter column endpoint set data type varchar(80);
alter table agent_presence alter column endpoint set data type varchar(80);
alter table vacated_seat alter column endpoint set data type varchar(80);
alter table agent_transition alter column endpoint set data type varchar(80);

-- the words of the code when it was noted
alter table call_wrap_up add column label varchar(80);
update call_wrap_up set label = code;
