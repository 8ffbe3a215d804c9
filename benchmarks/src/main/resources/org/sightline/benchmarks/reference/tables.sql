create table member (id int primary key, active boolean not null);
create table closure (above int, below int);
create table place (member int, department int);
create table group_member (grp int, member int);
create table rule (id int primary key, set_no smallint not null, hidden boolean not null);
create table rule_subject (rule int, kind smallint, ref int);
create table rule_object (rule int, kind smallint, ref int);
