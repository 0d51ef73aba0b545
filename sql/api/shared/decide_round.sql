-- sojourn.decide_round(term, items): sojourn.decide, the repeated step: decides
-- every item whose outcome cannot depend on an undecided one before it, and
-- writes what is done.
-- An item is ready when it is its student's first undecided one and, where a
-- section has fewer seats than are asked for, all undecided items before it on
-- that section are ready and of its kind (all taking or all leaving); a swap is
-- in two lines, and keeps its place in one while it waits in the other.  The
-- earliest item is always ready, so that the number of rounds is bounded.
-- Called with the locks of students and sections held.
-- Returns: all items, more of them decided
-- Tables: enrolment, section_seat (written), registration_right, section,
--         section_time (read)
create or replace function sojourn.decide_round(p_term integer,
    p_items sojourn.item[]) returns sojourn.item[]
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
	v_items item[];
begin
	with u as materialized (
		select t.i, t.person_id, t.act, t.at, t.request_id, t.take,
		       t.give, t.dry, t.upto,
		       t.i = min(t.i) over (partition by t.person_id) as head
		  from unnest(p_items) t where t.outcome is null),
	touch as (
		select u.i, u.head, u.take as section_id, true as takes,
		       u.give as other
		  from u where u.take is not null and not u.dry
		union all
		select u.i, u.head, u.give, false,
		       case when not u.dry then u.take end
		  from u where u.give is not null),
	line as materialized (
		select t.*, first_value(t.takes) over l as first_takes,
		       first_value(t.i) over l as first_i
		  from touch t window l as (partition by t.section_id
			order by t.i)),
	-- Where a section is contested, the first item that has to wait there; a
	-- swap may have to, as long as it is not the first of its other section.
	barrier as materialized (
		select l.section_id, min(l.i) filter (where l.waits) as i
		  from (
			select l.*, not l.head or l.takes <> l.first_takes
			    or l.other is not null and exists (
				select from line o where o.i = l.i
				   and o.section_id = l.other
				   and o.first_i < o.i) as waits
			  from line l) l
		  join section_seat s on s.section_id = l.section_id
		 group by l.section_id, s.capacity, s.taken
		having count(*) filter (where l.takes) > s.capacity - s.taken
		   and bool_or(l.waits)),
	ready as materialized (
		select u.* from u
		 where u.head and not exists (select from barrier b
			where b.section_id in (u.take, u.give) and u.i >= b.i)),
	seen as materialized (
		select u.i, u.person_id, u.take, u.give, u.at, u.request_id,
		       s.credits, s.state as section_state, s.open_to_exchange,
		       m.state as had, o.state as leaves,
		       least(r.max_credits, u.upto) as max_credits,
		       case when u.upto < r.max_credits then 'R32'
			   else r.limit_rule end as limit_rule,
		       h.have - coalesce(o.credits, 0) as have,
		       c.other, c.day, c.starts, c.ends,
		       case when u.dry then 0 else f.capacity - f.taken end as free,
		       f.capacity, f.version
		  from ready u
		  left join section s on s.id = u.take
		  left join section_seat f on f.section_id = u.take
		  left join enrolment m on m.person_id = u.person_id
			and m.section_id = u.take
		  left join enrolment o on o.person_id = u.person_id
			and o.section_id = u.give and o.holds_seat
		  left join registration_right r on r.person_id = u.person_id
			and r.term_id = p_term
		  left join lateral (
			select coalesce(sum(e.credits), 0)::integer as have
			  from enrolment e
			 where e.person_id = u.person_id and e.term_id = p_term
			   and e.holds_seat) h on true
		  left join lateral (
			select x.code as other, b.day, b.starts, b.ends
			  from enrolment e
			  join section_time b on b.section_id = e.section_id
			  join section_time a on a.section_id = u.take
				and a.day = b.day and a.starts < b.ends
				and b.starts < a.ends
			  join section x on x.id = e.section_id
			 where e.person_id = u.person_id and e.term_id = p_term
			   and e.holds_seat and e.section_id <> u.take
			   and e.section_id is distinct from u.give
			 order by b.day, b.starts limit 1) c on true),
	judged as materialized (
		select s.*, array_remove(array[
			case when s.give is not null and s.leaves is null then 'gone' end,
			case when s.leaves <> 'enrolled' then 'ineligible' end,
			case when s.section_state = 'closed' then 'closed' end,
			case when not s.open_to_exchange then 'not-open-to-exchange' end,
			case when s.had in ('withdrawn', 'closed_by_host')
			    then 'ineligible' when s.had is not null then 'duplicate' end,
			case when s.other is not null then 'conflict' end,
			case when s.have + s.credits > s.max_credits then 'credits' end,
			case when s.free <= 0 then 'full' end], null) as reasons
		  from seen s),
	seated as materialized (
		select j.*, case when j.reasons <> '{}' then j.reasons[1]
			when j.take is not null and row_number() over (
			    partition by j.take, j.reasons = '{}' order by j.i)
			    > j.free then 'full'
			else 'done' end as result
		  from judged j),
	added as (
		insert into enrolment (person_id, section_id, term_id, credits,
		    enrolled_at, request_id)
		select d.person_id, d.take, p_term, d.credits, d.at, d.request_id
		  from seated d where d.result = 'done' and d.take is not null),
	removed as (
		delete from enrolment e using seated d
		 where d.result = 'done' and d.give is not null
		   and e.person_id = d.person_id and e.section_id = d.give),
	counted as (
		update section_seat s set taken = s.taken + d.change
		  from (select x.section_id, sum(x.change) as change
			  from (select take as section_id, 1 as change
				  from seated where result = 'done' and take is not null
				union all
				select give, -1 from seated
				 where result = 'done' and give is not null) x
			 group by x.section_id) d
		 where s.section_id = d.section_id and d.change <> 0)
	select array_agg(case when d.i is null then t else row (t.i, t.no, t.n,
	    t.account_id, t.person_id, t.act, t.request_id, t.at, t.take, t.give,
	    t.section, t.dropped, t.dry, t.repeats, t.upto, d.result,
	    case d.result when 'closed' then 'R32'
		when 'not-open-to-exchange' then 'R17'
		when 'ineligible' then case when coalesce(nullif(d.had, 'enrolled'),
		    d.leaves) = 'closed_by_host' then 'R32' else 'R11' end
		when 'conflict' then 'R30' when 'credits' then d.limit_rule end,
	    jsonb_strip_nulls(jsonb_build_object(
		'also', case when cardinality(d.reasons) > 1
		    then to_jsonb(d.reasons[2:]) end,
		'dropped', t.dropped,
		'state', case when d.result in ('duplicate', 'ineligible')
		    then coalesce(d.had, d.leaves) end,
		'with', d.other, 'day', d.day,
		'starts', to_char(d.starts, 'HH24:MI'),
		'ends', to_char(d.ends, 'HH24:MI'), 'credits', d.credits,
		'would', case when 'credits' = any (d.reasons)
		    then d.have + d.credits end,
		'have', d.have + case when d.result = 'done'
		    then coalesce(d.credits, 0) else 0 end,
		'max', d.max_credits, 'capacity', d.capacity,
		'version', d.version)))::item end order by t.i)
	  into v_items
	  from unnest(p_items) t left join seated d on d.i = t.i;
	return v_items;
end
$$;
