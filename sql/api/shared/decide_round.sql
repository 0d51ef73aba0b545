-- sojourn.decide_round(term, items, plain): sojourn.decide, the repeated step:
-- decides every item whose outcome cannot depend on an undecided one before it,
-- and writes what is done.
-- An item is ready when it is its student's first undecided one and, where a
-- section has fewer seats than are asked for or quotas, all undecided items
-- before it on that section are ready and of its kind (all taking or all
-- leaving); a swap is in two lines, and keeps its place in one while it waits
-- in the other.  The earliest item is always ready, so that the number of
-- rounds is bounded.  plain: each student has one item and nobody leaves a
-- section, so that all are ready.
-- Called with the locks of students and sections held, which cover the quotas.
-- Returns: all items, more of them decided
-- Tables: enrolment, section_seat (written), section, section_time,
--         section_quota (read)
create or replace function sojourn.decide_round(p_term integer,
    p_items sojourn.item[], p_plain boolean) returns sojourn.item[]
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
	v_items item[];
begin
	with recursive first as materialized (
		select min(t.i) as i from unnest(p_items) t
		 where not p_plain and t.outcome is null group by t.person_id),
	u as materialized (
		select t.*, t.outcome is null and (p_plain
			or t.i in (select f.i from first f)) as head
		  from unnest(p_items) t),
	touch as (
		select u.i, u.head, u.take as section_id, true as takes,
		       u.give as other
		  from u where not p_plain and u.outcome is null
		   and u.take is not null and not u.dry
		union all
		select u.i, u.head, u.give, false,
		       case when not u.dry then u.take end
		  from u where not p_plain and u.outcome is null
		   and u.give is not null),
	line as materialized (
		select t.*, first_value(t.takes) over (partition by t.section_id
			order by t.i) as first_takes
		  from touch t),
	contested as materialized (
		select l.section_id
		  from line l join section_seat s on s.section_id = l.section_id
		 group by l.section_id, s.capacity, s.taken, s.held, s.quotas
		having count(*) filter (where l.takes)
			> s.capacity - s.taken - s.held or s.quotas),
	-- Where a section is contested, the first item that has to wait there, and
	-- each swap that waits on its other side.
	barrier (section_id, i) as (
		select l.section_id, min(l.i)
		  from line l join contested c on c.section_id = l.section_id
		 where not l.head or l.takes <> l.first_takes
		 group by l.section_id
		union
		select l.other, l.i
		  from barrier b
		  join line l on l.section_id = b.section_id and l.i >= b.i
		  join contested c on c.section_id = l.other),
	seen as (
		select u.*, s.credits, s.state as section_state,
		       s.open_to_exchange, h.had, h.leaves, h.have,
		       c.other, c.day, c.starts, c.ends,
		       case when u.dry then 0
			   else f.capacity - f.taken - f.held end as free,
		       f.capacity, f.version, q.university_id as quota_of,
		       q.seats as quota, q.seats - q.taken as quota_free
		  from u
		  left join section s on s.id = u.take
		  left join section_seat f on f.section_id = u.take
		  left join section_quota q on q.section_id =
			case when f.quotas then u.take end
			and q.university_id = u.university_id
		 cross join lateral (
			select max(e.state) filter (where e.section_id = u.take)
				   as had,
			       max(e.state) filter (where e.section_id = u.give
				   and e.holds_seat) as leaves,
			       coalesce(sum(e.credits) filter (where
				   e.holds_seat and e.term_id = p_term
				   and e.section_id is distinct from u.give),
				   0)::integer as have,
			       count(*) as n
			  from enrolment e where e.person_id = u.person_id) h
		  left join lateral (
			select x.code as other, b.day, b.starts, b.ends
			  from enrolment e
			  join section_time b on b.section_id = e.section_id
			  join section_time a on a.section_id = u.take
				and a.slot && b.slot
			  join section x on x.id = e.section_id
			 where h.n > 0 and e.person_id = u.person_id
			   and e.term_id = p_term and e.holds_seat
			   and e.section_id <> u.take
			   and e.section_id is distinct from u.give
			 order by b.day, b.starts limit 1) c on true
		 where u.head and not exists (select from barrier b
			where b.section_id in (u.take, u.give) and u.i >= b.i)),
	judged as materialized (
		select s.*, g.stays || take_reasons(s.section_state,
				s.open_to_exchange,
				s.had, s.other is not null, s.have + s.credits,
				s.max_credits, s.free, s.quota_free)
			    as reasons, g.stays
		  from seen s
		 cross join lateral (select array_remove(array[
			case when s.give is not null and s.leaves is null then 'gone' end,
			case when s.leaves <> 'enrolled' then 'ineligible' end], null)
			as stays) g),
	-- The seats of a quota go to the earliest, then those of the section.
	counted as materialized (
		select j.*, case when j.quota_of is null or j.reasons <> '{}'
			then j.reasons
			when j.quota_free < (select count(*) from judged k
			    where k.take = j.take and k.quota_of = j.quota_of
			      and k.reasons = '{}' and k.i <= j.i)
			then array['quota'] else '{}' end as because
		  from judged j),
	seated as materialized (
		select c.*, case when c.because <> '{}' and c.because <> '{quota}'
			    then c.because[1]
			when c.take is not null and c.free <
			    count(*) filter (where c.because = '{}') over (
				partition by c.take order by c.i)
			    + (c.because <> '{}')::integer then 'full'
			else coalesce(c.because[1], 'done') end as result
		  from counted c),
	-- All reasons, with the seats that those before have taken.
	worded as (
		select s.*, s.stays || take_reasons(s.section_state, s.open_to_exchange,
				s.had, s.other is not null, s.have + s.credits,
				s.max_credits, (s.free - count(*) filter (where
				    s.result = 'done') over section)::integer,
				(s.quota_free - count(*) filter (where
				    s.result = 'done') over quota)::integer)
			    as all_reasons
		  from seated s
		window section as (partition by s.take order by s.i
			rows between unbounded preceding and 1 preceding),
		    quota as (partition by s.take, s.quota_of order by s.i
			rows between unbounded preceding and 1 preceding)),
	added as (
		insert into enrolment (person_id, section_id, term_id, credits,
		    enrolled_at, request_id, quota_of)
		select d.person_id, d.take, p_term, d.credits, d.at,
		       d.request_id, d.quota_of
		  from seated d where d.result = 'done' and d.take is not null),
	removed as (
		delete from enrolment e using seated d
		 where d.result = 'done' and d.give is not null
		   and e.person_id = d.person_id and e.section_id = d.give),
	filled as (
		update section_seat s set taken = s.taken + d.change
		  from (select x.section_id, sum(x.change) as change
			  from (select take as section_id, 1 as change
				  from seated where result = 'done' and take is not null
				union all
				select give, -1 from seated
				 where result = 'done' and give is not null) x
			 group by x.section_id) d
		 where s.section_id = d.section_id and d.change <> 0)
	select array_agg(row (t.i, t.no, t.n, t.account_id, t.person_id, t.act,
	    t.request_id, t.at, t.take, t.give, t.section, t.dropped, t.dry,
	    t.repeats, t.university_id, t.max_credits, t.limit_rule,
	    coalesce(d.result, t.outcome),
	    coalesce(take_rule(d.result, d.had, d.leaves, d.limit_rule), t.rule),
	    case when d.i is null then t.detail
		when d.result = 'done' and d.give is null then
		    take_detail(d.credits, d.have + d.credits, d.max_credits,
			d.capacity, d.version)
		else refuse_detail(d.result, d.all_reasons, t.dropped,
		    coalesce(d.had, d.leaves), d.other, d.day, d.starts,
		    d.ends, d.credits, d.have, d.max_credits, d.capacity,
		    d.quota, d.version) end, t.late)::item order by t.i)
	  into v_items
	  from u t left join worded d on d.i = t.i;
	return v_items;
end
$$;
