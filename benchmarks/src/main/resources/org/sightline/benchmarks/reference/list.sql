-- Kinds: 2 member, 1 group, 0 department. Parameter: viewer.
with asked as (select ?::int as v),
subject as (
  select s.rule, s.kind, s.ref from rule_subject s, asked where s.kind = 2 and s.ref = asked.v
  union all
  select s.rule, s.kind, s.ref from asked join group_member g on g.member = asked.v
    join rule_subject s on s.kind = 1 and s.ref = g.grp
  union all
  select distinct s.rule, s.kind, s.ref from asked join place p on p.member = asked.v
    join closure c on c.below = p.department join rule_subject s on s.kind = 0 and s.ref = c.above
),
entry as materialized (
  select row_number() over () as n, r.set_no, r.hidden, s.kind as s_kind, s.ref as s_ref, o.kind as o_kind, o.ref as o_ref
  from subject s join rule_object o on o.rule = s.rule join rule r on r.id = s.rule
),
outranks as materialized (
  select b.n as better, a.n as worse from entry a join entry b on b.set_no = a.set_no
    and (b.s_kind > a.s_kind or (b.s_kind = a.s_kind and (b.s_ref = a.s_ref or (a.s_kind = 0
      and exists (select 1 from closure c where c.below = b.s_ref and c.above = a.s_ref)))))
    and (b.o_kind > a.o_kind or (b.o_kind = a.o_kind and (b.o_ref = a.o_ref or (a.o_kind = 0
      and exists (select 1 from closure c where c.below = b.o_ref and c.above = a.o_ref)))))
    and not (b.s_kind = a.s_kind and b.s_ref = a.s_ref and b.o_kind = a.o_kind and b.o_ref = a.o_ref)
),
match as materialized (
  select e.o_ref as member, e.n, e.set_no, e.hidden from entry e where e.o_kind = 2
  union all
  select distinct p.member, e.n, e.set_no, e.hidden from entry e join closure c on c.above = e.o_ref
    join place p on p.department = c.below where e.o_kind = 0
),
deciding as (select member, min(set_no) as set_no from match group by member),
decided as materialized (
  select m.member, not bool_or(m.hidden) as visible from match m
    join deciding d on d.member = m.member and d.set_no = m.set_no
  where not exists (
    select 1 from outranks o join match b on b.n = o.better where o.worse = m.n and b.member = m.member)
  group by m.member
),
seen as (
  select member from decided where visible
  union
  select q.member from asked join place p on p.member = asked.v join closure c on c.above = p.department
    join place q on q.department = c.below
  where not exists (select 1 from decided d where d.member = q.member)
  union
  select v from asked
)
select seen.member from seen join member m on m.id = seen.member
where m.active and (select active from member, asked where id = v)
