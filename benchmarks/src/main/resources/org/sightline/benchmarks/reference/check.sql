-- Kinds: 2 member, 1 group, 0 department. Parameters: viewer, target.
with asked as (select ?::int as v, ?::int as t),
subject as (
  select s.rule, s.kind, s.ref from rule_subject s, asked where s.kind = 2 and s.ref = asked.v
  union all
  select s.rule, s.kind, s.ref from asked join group_member g on g.member = asked.v
    join rule_subject s on s.kind = 1 and s.ref = g.grp
  union all
  select distinct s.rule, s.kind, s.ref from asked join place p on p.member = asked.v
    join closure c on c.below = p.department join rule_subject s on s.kind = 0 and s.ref = c.above
),
object as (
  select o.rule, o.kind, o.ref from rule_object o, asked where o.kind = 2 and o.ref = asked.t
  union all
  select distinct o.rule, o.kind, o.ref from asked join place p on p.member = asked.t
    join closure c on c.below = p.department join rule_object o on o.kind = 0 and o.ref = c.above
),
match as materialized (
  select r.set_no, r.hidden, s.kind as s_kind, s.ref as s_ref, o.kind as o_kind, o.ref as o_ref
  from subject s join object o on o.rule = s.rule join rule r on r.id = s.rule
),
deciding as (select min(set_no) as set_no from match),
kept as (
  select a.hidden from match a join deciding d on a.set_no = d.set_no
  where not exists (
    select 1 from match b where b.set_no = a.set_no
    and (b.s_kind > a.s_kind or (b.s_kind = a.s_kind and (b.s_ref = a.s_ref or (a.s_kind = 0
      and exists (select 1 from closure c where c.below = b.s_ref and c.above = a.s_ref)))))
    and (b.o_kind > a.o_kind or (b.o_kind = a.o_kind and (b.o_ref = a.o_ref or (a.o_kind = 0
      and exists (select 1 from closure c where c.below = b.o_ref and c.above = a.o_ref)))))
    and not (b.s_kind = a.s_kind and b.s_ref = a.s_ref and b.o_kind = a.o_kind and b.o_ref = a.o_ref))
)
select case
  when not ((select active from member, asked where id = v) and (select active from member, asked where id = t)) then false
  when (select v = t from asked) then true
  when (select set_no from deciding) is not null then (select not bool_or(hidden) from kept)
  else exists (
    select 1 from asked join place p on p.member = asked.v join closure c on c.above = p.department
      join place q on q.department = c.below and q.member = asked.t)
end
